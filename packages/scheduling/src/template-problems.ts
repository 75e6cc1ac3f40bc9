import { addDays, Temporal } from '@foyer/kernel'
import { datesBetween } from './local-day.ts'
import { holdsOn, type WeeklyHours } from './template.ts'

/** What is wrong with painted weeks; positions are indexes of the list. */
export type TemplateProblem =
  /** Two sessions want the same time. `on` is a date on which both hold. */
  | { readonly problem: 'overlap'; readonly first: number; readonly second: number; readonly on: string }
  /** It ends before it begins, or lies outside the day. */
  | { readonly problem: 'backwards'; readonly at: number }
  /** Its last date comes before its first. */
  | { readonly problem: 'validity-backwards'; readonly at: number }

/**
 * A session begins and ends within its day, in this order; so do the dates of its validity. Two sessions never hold at the
 * same time: not unless they have different weekdays, alternating weeks, or validities without a common date. A break may
 * lie over sessions and other breaks.
 */
export function templateProblems(hours: readonly WeeklyHours[]): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  hours.forEach((one, at) => {
    const { startMinute, endMinute, validFrom, validTo } = one
    if (!(startMinute >= 0 && startMinute < endMinute && endMinute <= 1440)) problems.push({ problem: 'backwards', at })
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
      problems.push({ problem: 'validity-backwards', at })
    }
    hours.slice(0, at).forEach((other, first) => {
      const on = wantSameTime(one, other) ? commonDate(one, other) : undefined
      if (on !== undefined) problems.push({ problem: 'overlap', first, second: at, on })
    })
  })
  return problems
}

function wantSameTime(one: WeeklyHours, other: WeeklyHours): boolean {
  if (one.kind === 'break' || other.kind === 'break' || one.weekday !== other.weekday) return false
  return Math.max(one.startMinute, other.startMinute) < Math.min(one.endMinute, other.endMinute)
}

/** Everything repeats after two weeks, so two weeks at the edge of the common validity show whether there is a date. */
function commonDate(one: WeeklyHours, other: WeeklyHours): string | undefined {
  const from = [one.validFrom, other.validFrom]
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1)
  const [to] = [one.validTo, other.validTo].filter((date) => date !== undefined).toSorted()
  const first = from ?? addDays(to ?? '1970-01-18', -13)
  return datesBetween(first, addDays(first, 13)).find((date) => {
    const { dayOfWeek } = Temporal.PlainDate.from(date)
    return holdsOn(one, date, dayOfWeek) && holdsOn(other, date, dayOfWeek)
  })
}
