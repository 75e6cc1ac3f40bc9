import { dateAt, Temporal } from '@foyer/kernel'
import type { Locale } from '../../app/catalog.ts'
import { formatInDays, type SignalKind } from '../../ui/index.ts'
import { dayText } from './person-text.ts'
import type { Coverage } from './shapes.ts'
import type { Say } from './use-words.ts'

/** "Blue Cross PPO". */
export function coverageName(coverage: Pick<Coverage, 'payerName' | 'planName'>): string {
  const { payerName, planName } = coverage
  if (planName === null || planName === payerName) return payerName
  return planName.startsWith(payerName) ? planName : `${payerName} ${planName}`
}

export interface CoverageState {
  readonly kind: SignalKind
  readonly text: string
}

/** Whether it is in force on `today` (`YYYY-MM-DD`); both ends of the period are days of cover. */
export function coverageState(coverage: Coverage, today: string, say: Say, locale: Locale): CoverageState {
  const { periodStart, periodEnd } = coverage
  const day = (date: string) => dayText(date, today, locale)
  if (periodEnd !== null && periodEnd < today) return { kind: 'bad', text: say('covEnded', { on: day(periodEnd) }) }
  if (periodStart !== null && periodStart > today) {
    return { kind: 'warn', text: say('covStarts', { on: day(periodStart) }) }
  }
  return { kind: 'ok', text: say('covActive') }
}

/** "looked at today by Rosa Delgado", "nobody has looked at it yet". */
export function lookedText(coverage: Coverage, today: string, timeZone: string, say: Say, locale: Locale): string {
  if (coverage.checkedAt === null) return say('notLooked')
  const on = dateAt(Temporal.Instant.from(coverage.checkedAt), timeZone)
  const when = on >= today ? say('lookedToday') : say('lookedOn', { inDays: formatInDays(on, today, locale) })
  return coverage.checkedBy === null ? when : `${when} ${say('lookedBy', { name: coverage.checkedBy })}`
}
