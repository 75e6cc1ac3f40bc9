import { type AvailabilityIndex, type Busy, createIndex, type Interval, type SessionTime } from '@foyer/scheduling'

const minuteMs = 60_000
const dayMs = 86_400_000

export const zone = 'America/Chicago'
/** Monday; before the day begins. */
export const firstDate = '2026-06-01'
export const firstDay = Math.floor(Date.UTC(2026, 5, 1) / dayMs)
/** 05:00 in Chicago, which is five hours behind UTC all summer. */
export const now = Date.UTC(2026, 5, 1, 10)
const offset = 5 * 60

export interface Row {
  readonly id: string
  readonly sessions: readonly SessionTime[]
  readonly busy: readonly Busy[]
}

/** 08:00 to 12:00 and 13:00 to 17:00 on weekdays; of every ten minutes `fill` per cent are taken, always the same ones. */
export function practiceRows(resources: number, days: number, fill: number): Row[] {
  let state = 7
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  return Array.from({ length: resources }, (_, number) => {
    const sessions: Interval[] = []
    const busy: Busy[] = []
    for (let day = 0; day < days; day++) {
      if (day % 7 > 4) continue
      for (const [from, until] of [
        [480, 720],
        [780, 1020],
      ] as const) {
        const midnight = (firstDay + day) * dayMs + offset * minuteMs
        sessions.push({ start: midnight + from * minuteMs, end: midnight + until * minuteMs })
        let start = -1
        for (let minute = from; minute <= until; minute += 10) {
          const isTaken = minute < until && draw() * 100 < fill
          if (isTaken && start < 0) start = minute
          if (isTaken || start < 0) continue
          busy.push({
            start: midnight + start * minuteMs,
            end: midnight + minute * minuteMs,
            lane: 0,
            visitTypeId: 'visit',
          })
          start = -1
        }
      }
    }
    return { id: `clinician-${number}`, sessions, busy }
  })
}

export function build(rows: readonly Row[], days: number): AvailabilityIndex {
  const index = createIndex({ firstDay, days: days + 1, lanes: rows.length })
  const range = { start: firstDay * dayMs, end: (firstDay + days + 1) * dayMs }
  for (const { id, sessions, busy } of rows) {
    index.putResource({ id, lanes: 1, overbook: 0, sessions })
    index.putBusy(id, range, busy)
  }
  return index
}
