import { useMe } from '../../app/session.ts'
import { usePractice } from '../../app/site.ts'

/** The zone whoever looks lives by: that of their home site, else that of the machine. */
export function useDeskZone(): string {
  const { homeSiteId } = useMe().staff
  const home = usePractice().sites.find(({ id }) => id === homeSiteId)
  return home?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Of these zones the first whose clock differs from that of the axis at that instant: it stands beside it. Null where they agree. */
export function secondZone(axisZone: string, zones: readonly string[], instant: string): string | null {
  const wall = (of: string) =>
    new Intl.DateTimeFormat('en', { timeZone: of, dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(instant))
  return zones.find((zone) => wall(zone) !== wall(axisZone)) ?? null
}
