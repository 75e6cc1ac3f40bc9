/** Epoch milliseconds as the wire writes them: RFC 3339 in UTC, without empty fractions. */
export function instantOfMs(ms: number): string {
  const text = new Date(ms).toISOString()
  return text.endsWith('.000Z') ? `${text.slice(0, 19)}Z` : text
}

/** Epoch milliseconds of an instant written in UTC. */
export function msOf(instant: string): number {
  return Date.parse(instant)
}
