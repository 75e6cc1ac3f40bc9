import { instantAt } from '@foyer/kernel'
import type { Busy } from '../availability/availability-index.ts'
import { datesBetween, localDays, minuteMs } from '../local-day.ts'
import type { NaiveResource } from '../openings-naive.ts'
import { sessionTimes } from '../session-times.ts'
import type { WeeklyHours } from '../template.ts'

/**
 * A practice of always the same resources and bookings, drawn with the linear congruential numbers of Numerical Recipes
 * (1,664,525 and 1,013,904,223, modulo 2^32) from `seed`: of every ten minutes of the hours `fill` per cent are taken.
 * Every fourth clinician keeps the first session for new patients, every fifth has two lanes.
 */
export function largerPractice(
  about: { readonly zone: string; readonly from: string; readonly to: string },
  count: number,
  fill: number,
  seed: number,
): NaiveResource[] {
  const { zone, from, to } = about
  const days = localDays(datesBetween(from, to), zone)
  let state = seed
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  return Array.from({ length: count }, (_, number): NaiveResource => {
    const lanes = number % 5 === 4 ? 2 : 1
    const weekly = ([1, 2, 3, 4, 5] as const).flatMap((weekday): WeeklyHours[] => [
      {
        weekday,
        startMinute: 480,
        endMinute: 720,
        ...(number % 4 === 3 && { visitTypeIds: ['new-patient'], releaseMinutes: 2880 }),
      },
      { weekday, startMinute: 780, endMinute: 1020, ...(number % 3 === 2 && { gridMinutes: 20 }) },
    ])
    const busy: Busy[] = []
    for (let lane = 0; lane < lanes; lane++) {
      for (const { date } of days) {
        for (let minute = 480; minute < 1020; minute += 10) {
          if (draw() * 100 >= fill) continue
          const start = instantAt(date, minute, zone).epochMilliseconds
          busy.push({ start, end: start + 10 * minuteMs, lane })
        }
      }
    }
    return { id: `resource-${number}`, lanes, sessions: sessionTimes(days, weekly, []), busy }
  })
}
