import type { planRestrictions, Reply } from '@foyer/contract'
import { useCatalog } from '../../../app/catalog.ts'
import { useSite } from '../../../app/site.ts'
import { dateAt, Temporal } from '@foyer/kernel'
import { formatDay } from '../../../ui/index.ts'
import { words } from './words.ts'

export type Restriction = Reply<typeof planRestrictions.notePlanRestriction>
type Visit = NonNullable<Restriction['visit']>

export function useWords() {
  return useCatalog('plan-restriction', words)
}

/** What is kept from the plan, and since when, in words; visits by the clock of their site. */
export function useRestrictionText() {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const day = (instant: string, zone: string) => formatDay(dateAt(Temporal.Instant.from(instant), zone), locale)
  const visitText = ({ start, timeZone: zone, visitType, visitTypeEs }: Visit) =>
    say('oneVisit', { visit: locale === 'es' ? visitTypeEs : visitType, day: day(start, zone) })
  return {
    visitText,
    what: ({ visit }: Restriction) => (visit === null ? say('everyVisit') : visitText(visit)),
    noted: ({ notedAt, notedBy }: Restriction) => say('noted', { day: day(notedAt, timeZone), by: notedBy }),
    ended: ({ endedAt, endedBy }: Restriction) =>
      endedAt === null ? '' : say('ended', { day: day(endedAt, timeZone), by: endedBy ?? '' }),
  }
}
