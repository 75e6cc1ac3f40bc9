import { pairsOfDate, swappedDate } from './date-parts.ts'
import { plainIdentifier } from './person-keys.ts'
import type { Reading } from './readings.ts'
import { isOneSlipAway } from './word-fit.ts'

/** What a search is held against besides names. */
export interface CandidateFacts {
  readonly mrn: string
  readonly birthDate: string
  /** As stored; read only where a number was typed, as the e-mails and identifiers are. */
  readonly phones: readonly string[]
  /** By which they could be reached before. */
  readonly formerPhones: readonly string[]
  readonly relativesPhones: readonly string[]
  readonly emails: readonly string[]
  readonly formerEmails: readonly string[]
  readonly identifiers: readonly string[]
}

/** Which part of a record fits what was typed, and how. */
export type FactReason =
  | { readonly part: 'mrn' | 'identifier'; readonly how: 'exact' }
  | { readonly part: 'email'; readonly how: 'exact' | 'beginning' | 'former' }
  | { readonly part: 'phone'; readonly how: 'exact' | 'last-digits' | 'former' | 'relative' }
  | { readonly part: 'birth-date'; readonly how: 'exact' | 'swapped' | 'near' | 'part' | 'year' }

export interface FactJudgement {
  readonly reason: FactReason
  readonly score: number
}

/** The best of the readings of one piece of what was typed; null when none fits. */
export function judgePiece(piece: readonly Reading[], facts: CandidateFacts): FactJudgement | null {
  return piece
    .map((reading) => judgeReading(reading, facts))
    .reduce((best, one) => (best === null || (one !== null && one.score > best.score) ? one : best), null)
}

function judgeReading(reading: Reading, facts: CandidateFacts): FactJudgement | null {
  switch (reading.part) {
    case 'birth-date':
      return judgeDate(reading.dates, reading.pairs, facts.birthDate)
    case 'birth-year':
      return reading.years.some((year) => facts.birthDate.startsWith(String(year)))
        ? { reason: { part: 'birth-date', how: 'year' }, score: 5 }
        : null
    case 'phone':
      return judgePhone(reading.digits, facts)
    case 'mrn':
      return facts.mrn === reading.mrn ? { reason: { part: 'mrn', how: 'exact' }, score: 20 } : null
    case 'identifier':
      return facts.identifiers.some((one) => plainIdentifier(one) === reading.text)
        ? { reason: { part: 'identifier', how: 'exact' }, score: 15 }
        : null
    case 'email': {
      const begins = (email: string): boolean => email.toLowerCase().startsWith(reading.text)
      if (facts.emails.some((one) => one.toLowerCase() === reading.text))
        return { reason: { part: 'email', how: 'exact' }, score: 15 }
      if (facts.emails.some(begins)) return { reason: { part: 'email', how: 'beginning' }, score: 8 }
      return facts.formerEmails.some(begins) ? { reason: { part: 'email', how: 'former' }, score: 7 } : null
    }
  }
}

function judgeDate(dates: readonly string[], pairs: readonly string[], birthDate: string): FactJudgement | null {
  const found = (how: 'exact' | 'swapped' | 'near' | 'part', score: number): FactJudgement => ({
    reason: { part: 'birth-date', how },
    score,
  })
  const at = dates.indexOf(birthDate)
  // The likelier reading of an ambiguous date stands first.
  if (at >= 0) return found('exact', at === 0 ? 12 : 11.5)
  if (dates.some((date) => swappedDate(date) === birthDate)) return found('swapped', 8)
  const own = pairsOfDate(birthDate)
  if (pairs.some((pair) => pair === birthDate || own.includes(pair))) return found('part', 7)
  const near = dates
    .flatMap((date) => [date, swappedDate(date)])
    .filter((date) => pairsOfDate(date).some((pair) => own.includes(pair)))
  if (near.length === 0) return null
  return found('near', near.some((date) => isOneSlipAway(date, birthDate)) ? 6.5 : 4)
}

function judgePhone(digits: string, { phones, formerPhones, relativesPhones }: CandidateFacts): FactJudgement | null {
  const ends = (phone: string): boolean => phone.replace(/\D/g, '').endsWith(digits)
  const score = digits.length >= 7 ? 12 : 8
  if (phones.some(ends)) return { reason: { part: 'phone', how: digits.length >= 10 ? 'exact' : 'last-digits' }, score }
  if (formerPhones.some(ends)) return { reason: { part: 'phone', how: 'former' }, score: score - 1 }
  return relativesPhones.some(ends) ? { reason: { part: 'phone', how: 'relative' }, score: score - 2 } : null
}
