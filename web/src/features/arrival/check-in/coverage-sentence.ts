import { dateAt, Temporal } from '@foyer/kernel'
import { formatAge, formatCents } from '../../../ui/index.ts'
import { formatShortDate } from '../dates.ts'
import type { Words } from '../use-words.ts'
import type { CheckIn } from '../visit.ts'

export type Coverage = CheckIn['coverages'][number]

/** Where a day lies to a coverage; both ends of its period are days of cover. */
export function coverageState(coverage: Coverage, date: string): 'active' | 'ended' | 'ahead' {
  if (coverage.periodEnd !== null && coverage.periodEnd < date) return 'ended'
  return coverage.periodStart !== null && coverage.periodStart > date ? 'ahead' : 'active'
}

/** Whether somebody looked at it on this civil date of the site. */
export function isLookedAt(coverage: Coverage, today: string, timeZone: string): boolean {
  return coverage.checkedAt !== null && dateAt(Temporal.Instant.from(coverage.checkedAt), timeZone) === today
}

/** "Aetna · Choice POS". */
export function coverageName(coverage: Coverage): string {
  return [coverage.payerName, coverage.planName].filter(Boolean).join(' · ')
}

/** "Plan ended 31 Oct; member W123; copay $25.00; looked at 9 min ago by Rosa Delgado." */
export function coverageSentence(coverage: Coverage, date: string, today: string, now: string, words: Words): string {
  const { say, locale } = words
  const { memberId, groupNumber, copayCents, checkedAt, checkedBy } = coverage
  const age = checkedAt && formatAge(checkedAt, now, locale)
  const parts = [
    periodText(coverage, date, today, words),
    memberId && say('coverageMember', { member: memberId }),
    groupNumber && say('coverageGroup', { group: groupNumber }),
    copayCents !== null && say('coverageCopay', { amount: formatCents(copayCents, 'USD', locale) }),
    age === null && say('coverageNotLooked'),
    age !== null && (checkedBy ? say('coverageLooked', { age, by: checkedBy }) : say('coverageLookedAge', { age })),
  ]
  const text = parts.filter(Boolean).join('; ')
  return `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}.`
}

function periodText(coverage: Coverage, date: string, today: string, { say, locale }: Words): string {
  const from = coverage.periodStart && formatShortDate(coverage.periodStart, today, locale)
  const to = coverage.periodEnd && formatShortDate(coverage.periodEnd, today, locale)
  const state = coverageState(coverage, date)
  if (state === 'ended' && to) return say('planEnded', { day: to })
  if (state === 'ahead' && from) return say('planStarts', { day: from })
  if (from && to) return say('coverageFromTo', { from, to })
  if (from) return say('coverageFrom', { from })
  return to ? say('coverageTo', { to }) : say('coverageOpen')
}
