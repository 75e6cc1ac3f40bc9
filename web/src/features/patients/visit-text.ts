import { dateAt, Temporal } from '@foyer/kernel'
import type { Locale } from '../../app/catalog.ts'
import { formatTime } from '../../ui/index.ts'
import { dayText } from './person-text.ts'
import type { VisitLine } from './shapes.ts'
import type { Say } from './use-words.ts'

/** The civil date of a visit at its site. */
export function visitDate(visit: Pick<VisitLine, 'start' | 'timeZone'>): string {
  return dateAt(Temporal.Instant.from(visit.start), visit.timeZone)
}

/** "Follow-up with Dr Singh". */
export function visitWhat(visit: VisitLine, say: Say, locale: Locale): string {
  const type = locale === 'es' ? visit.visitTypeEs : visit.visitType
  return visit.clinicianName === null
    ? say('visitAlone', { type })
    : say('visitWith', { type, clinician: visit.clinicianName })
}

/** "Tue 24 Nov, 10:40 at Chicago": the time on the wall of the site. */
export function visitWhen(visit: VisitLine, today: string, say: Say, locale: Locale): string {
  return say('visitAt', {
    day: dayText(visitDate(visit), today, locale),
    time: formatTime(visit.start, visit.timeZone),
    site: visit.siteName,
  })
}
