import { addDays } from '@foyer/kernel'

/**
 * Last day on which a consent is good: so many days after that of its signature, and never after the day that the person
 * named. Null: until it is revoked.
 *
 * @param signedOn civil date @param until civil date that the person chose
 */
export function lastDayOf(signedOn: string, validDays: number | null, until: string | null): string | null {
  const byText = validDays === null ? null : addDays(signedOn, validDays)
  if (byText === null || until === null) return byText ?? until
  return byText < until ? byText : until
}
