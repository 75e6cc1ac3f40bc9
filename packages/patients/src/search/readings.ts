import type { PatientSearch } from '../query.ts'
import { datesInDigits } from '../date-text.ts'

/** One way to read a piece of what was typed. */
export type Reading =
  | { readonly part: 'birth-date'; readonly dates: readonly string[]; readonly pairs: readonly string[] }
  | { readonly part: 'birth-year'; readonly years: readonly number[] }
  | { readonly part: 'phone'; readonly digits: string }
  | { readonly part: 'mrn'; readonly mrn: string }
  | { readonly part: 'email'; readonly text: string }
  | { readonly part: 'identifier'; readonly text: string }

/** Shorter runs of digits are no number of a member or of another system. */
const shortestIdentifier = 5

/**
 * What was typed besides names: of each piece all its readings, of which a person must fit one. The same digits may be a
 * phone, a record number, a date and a year; a date that was written as one is a piece of its own.
 */
export function readingsOf(search: PatientSearch, today: string): readonly (readonly Reading[])[] {
  const { birthDates, birthParts, birthYears, phoneDigits, mrn, email, identifiers } = search
  const date: readonly Reading[] =
    birthDates.length + birthParts.length > 0 ? [{ part: 'birth-date', dates: birthDates, pairs: birthParts }] : []
  const year: readonly Reading[] = birthYears.length > 0 ? [{ part: 'birth-year', years: birthYears }] : []
  const number: readonly Reading[] = [
    ...(mrn === null ? [] : [{ part: 'mrn', mrn } as const]),
    ...(phoneDigits === null ? [] : [{ part: 'phone', digits: phoneDigits } as const]),
    ...(phoneDigits !== null && phoneDigits.length >= shortestIdentifier
      ? [{ part: 'identifier', text: phoneDigits } as const]
      : []),
  ]
  const isDateInDigits =
    phoneDigits !== null && datesInDigits(phoneDigits, today).some((one) => birthDates.includes(one))
  const isYearInDigits = phoneDigits !== null && birthYears.includes(Number(phoneDigits))
  const pieces: readonly (readonly Reading[])[] = [
    ...(isDateInDigits ? [] : [date]),
    ...(isYearInDigits ? [] : [year]),
    [...(isDateInDigits ? date : []), ...(isYearInDigits ? year : []), ...number],
    email === null ? [] : [{ part: 'email', text: email }],
    ...identifiers.map((text): readonly Reading[] => [{ part: 'identifier', text }]),
  ]
  return pieces.filter((piece) => piece.length > 0)
}
