import type { Language } from './words.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' }

export function timeText(instant: string, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: zone }).format(new Date(instant))
}

/** `Tuesday, December 8, 10:40 AM`. */
export function momentText(instant: string, zone: string, language: Language): string {
  const day = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  }).format(new Date(instant))
  return `${day}, ${timeText(instant, zone, language)}`
}

/** A Spanish time ends with a stop of its own (`9:10 a.m.`); a sentence that ends with it needs no second one. */
export function oneStop(sentence: string): string {
  return sentence.replace(/\.\.$/, '.')
}

/** A civil date, in UTC because it has no zone. */
export function dateText(date: string, language: Language, style: 'short' | 'long'): string {
  const options =
    style === 'short'
      ? ({ weekday: 'short', day: 'numeric', month: 'short' } as const)
      : ({ day: 'numeric', month: 'long', year: 'numeric' } as const)
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

/** Civil date of an instant at the site. */
export function dateOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(new Date(instant))
}

export function hourOf(instant: string, zone: string): number {
  return Number(
    new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(new Date(instant)),
  )
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Does the clock here show another time than the clock at the site? */
export function isOtherClock(instant: string, zone: string): boolean {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return here !== zone && timeText(instant, here, 'en') !== timeText(instant, zone, 'en')
}

export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** A whole date of birth from what was typed; null for a day that there was not, or that has not been yet. */
export function birthDate(parts: {
  readonly month: string
  readonly day: string
  readonly year: string
}): string | null {
  const [year, month, day] = [parts.year, parts.month, parts.day].map((part) => Number(part.trim()))
  if (!year || !month || !day || year < 1880) return null
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date || at > Date.now() ? null : date
}
