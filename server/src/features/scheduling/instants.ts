const dayMs = 86_400_000
const mostDays = 5000

/** Dates and clocks that were written before: an answer with twenty openings writes eighty instants. */
const dates = new Map<number, string>()
const clocks: string[] = []

/** Epoch milliseconds as the wire writes them: RFC 3339 in UTC, without empty fractions. */
export function instantOfMs(ms: number): string {
  const day = Math.floor(ms / dayMs)
  const minute = (ms - day * dayMs) / 60_000
  if (Number.isInteger(minute)) return `${dateOf(day)}${clockOf(minute)}`
  const text = new Date(ms).toISOString()
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text
}

function dateOf(day: number): string {
  const before = dates.get(day)
  if (before !== undefined) return before
  const [date = ''] = new Date(day * dayMs).toISOString().split('T')
  if (dates.size >= mostDays) dates.clear()
  dates.set(day, date)
  return date
}

function clockOf(minute: number): string {
  const before = clocks[minute]
  if (before !== undefined) return before
  const two = (value: number): string => String(value).padStart(2, '0')
  const clock = `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00Z`
  clocks[minute] = clock
  return clock
}

/** Epoch milliseconds of an instant written in UTC. */
export function msOf(instant: string): number {
  return Date.parse(instant)
}
