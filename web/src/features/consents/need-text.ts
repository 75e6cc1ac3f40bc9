import type { Locale } from '../../app/catalog.ts'
import type { Given, Need } from './shapes.ts'
import type { Say } from './use-words.ts'

/** `Nov 28, 2026` from a civil date or the day of an instant in a zone. */
export function dayText(date: string, locale: Locale, timeZone?: string): string {
  const at = date.length === 10 ? new Date(`${date}T12:00:00Z`) : new Date(date)
  const zone = date.length === 10 ? 'UTC' : timeZone
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...(zone ? { timeZone: zone } : {}) }).format(at)
}

/** How a kind stands with somebody, in a few words. */
export function needText(need: Need, last: Given | undefined, say: Say, locale: Locale, timeZone: string): string {
  if (!last) return say('neverSigned')
  const day = dayText(last.signedAt, locale, timeZone)
  const until = last.expiresOn === null ? '' : dayText(last.expiresOn, locale)
  switch (need.state) {
    case 'signed':
      return until === '' ? say('signedOn', { day }) : say('signedUntil', { day, until })
    case 'expired':
      return say('expiredOn', { until })
    case 'denied':
      return say('deniedOn', { day })
    case 'revoked':
      return say('revokedOn', { day: dayText(last.revokedAt ?? last.signedAt, locale, timeZone) })
    case 'changed':
      return say('changedOn', { day })
    case 'missing':
      return say('neverSigned')
  }
}
