import { useMe } from '../../app/session.ts'
import { usePractice } from '../../app/site.ts'

/** The zone whoever looks lives by: that of their home site, else that of the machine. */
export function useDeskZone(): string {
  const { homeSiteId } = useMe().staff
  const home = usePractice().sites.find(({ id }) => id === homeSiteId)
  return home?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The desk's own zone where its clock differs from the one at the site on that day; null where they agree. */
export function otherZoneThan(zone: string, deskZone: string, instant: string): string | null {
  const wall = (of: string) =>
    new Intl.DateTimeFormat('en', { timeZone: of, dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(instant))
  return wall(zone) === wall(deskZone) ? null : deskZone
}
