import { dateAt, Temporal } from '@foyer/kernel'
import type { Locale } from '../../app/catalog.ts'
import { formatInDays, type SignalKind } from '../../ui/index.ts'
import { dayText } from './person-text.ts'
import type { Coverage } from './shapes.ts'
import type { Say } from './use-words.ts'

/** "Blue Cross PPO 1500" of the payer "Blue Cross PPO" and the plan "PPO 1500": what both say is said once. */
export function coverageName(coverage: Pick<Coverage, 'payerName' | 'planName'>): string {
  const payer = coverage.payerName.split(' ')
  const plan = coverage.planName === null ? [] : coverage.planName.split(' ')
  const said = payer.map((_, at) => payer.slice(at)).find((end) => end.every((word, at) => word === plan[at])) ?? []
  return [...payer, ...plan.slice(said.length)].join(' ')
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
