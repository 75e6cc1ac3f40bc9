import type { NaiveOption } from '../openings-naive.ts'

type Dated = NaiveOption & { readonly date: string }

const hourMs = 3_600_000

/**
 * Which are shown when they are to differ, best first: of the first nine three a day, two of a clinician a day an hour
 * apart, two at a time; as far as there are not nine, then without the bounds of day and time, then without the hour, then
 * any. What comes after is in order.
 */
export function naiveVariety<T extends Dated>(ranked: readonly T[], limit: number): T[] {
  const most = Math.min(limit, 9)
  const chosen: T[] = []
  const rounds = [
    { perDay: 3, perTime: 2, perClinician: 2, apart: hourMs },
    { perDay: Infinity, perTime: Infinity, perClinician: 2, apart: hourMs },
    { perDay: Infinity, perTime: Infinity, perClinician: 2, apart: 0 },
    { perDay: Infinity, perTime: Infinity, perClinician: Infinity, apart: 0 },
  ]
  for (const { perDay, perTime, perClinician, apart } of rounds) {
    for (const option of ranked) {
      if (chosen.length === most || chosen.includes(option)) continue
      const thatDay = chosen.filter(({ date }) => date === option.date)
      const theirs = thatDay.filter(({ leadId }) => leadId === option.leadId)
      const atOnce = chosen.filter(({ start }) => start === option.start)
      const isApart = theirs.every(({ start }) => Math.abs(start - option.start) >= apart)
      if (thatDay.length < perDay && theirs.length < perClinician && atOnce.length < perTime && isApart) {
        chosen.push(option)
      }
    }
  }
  const first = ranked.filter((option) => chosen.includes(option))
  return [...first, ...ranked.filter((option) => !chosen.includes(option)).slice(0, limit - most)]
}
