import { dateAt, Temporal } from '@foyer/kernel'
import type { Reading } from '@foyer/patients'
import type { CopyWords } from './copy-words.ts'

const ofDay = { year: 'numeric', month: 'short', day: 'numeric' } as const
const ofMonth = { year: 'numeric', month: 'long' } as const

/** Civil dates, instants and amounts as the paper of this language writes them. */
export interface PaperReading extends Reading {
  readonly at: (instant: string) => string
  readonly time: (instant: string, timeZone: string) => string
  readonly money: (cents: number, currency: string) => string
}

/** @param zone by whose civil dates the copy goes */
export function paperReading({ locale }: CopyWords, zone: string): PaperReading {
  const day = (date: string): string => {
    if (date.length === 4) return date
    return date.length === 7
      ? Temporal.PlainDate.from(`${date}-01`).toLocaleString(locale, ofMonth)
      : Temporal.PlainDate.from(date).toLocaleString(locale, ofDay)
  }
  return {
    locale: locale === 'es-US' ? 'es' : 'en',
    day,
    at: (instant) => day(dateAt(Temporal.Instant.from(instant), zone)),
    time: (instant, timeZone) =>
      Temporal.Instant.from(instant).toLocaleString(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }),
    money: (cents, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100),
  }
}
