import { ageAt } from '@foyer/patients'
import { formatBirthDate, formatDay } from '../../ui/index.ts'
import type { Say } from './use-words.ts'

/** A FHIR date, perhaps partial: "14 Mar 1961", "Mar 1961", "1961". */
export function bornOn(birthDate: string, locale: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return formatBirthDate(birthDate, locale)
  const month = /^(\d{4})-(\d{2})$/.exec(birthDate)
  if (!month) return birthDate
  return formatBirthDate(`${birthDate}-01`, locale).split(' ').slice(1).join(' ')
}

/** "65", "14 months" for the first two years, or nothing when it cannot be told. */
export function ageText(birthDate: string, today: string, say: Say): string | null {
  const age = ageAt(birthDate, today)
  if (age === null) return null
  return age.years < 2 ? say('ageMonths', { count: age.months }) : String(age.years)
}

/** A civil date near today as "Tue 8 Dec", one of another year as "31 Oct 2025": never to be taken for this year's. */
export function dayText(date: string, today: string, locale: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? formatDay(date, locale) : formatBirthDate(date, locale)
}
