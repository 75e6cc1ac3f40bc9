import { datesInDigits, datesInText } from './date-text.ts'
import { parseMrn } from './identifier.ts'
import { foldName } from './name.ts'
import { datePartsInText, possibleYears } from './search/date-parts.ts'

/**
 * What was typed into the one search box. All of `nameParts` must match, as prefixes of folded name words in any order.
 * The other fields are readings of the same digits and therefore alternatives: a person who fits one of those that are
 * given is a result. `phoneDigits` (at least 4) may be any part of a number.
 */
export type PatientSearch = {
  readonly nameParts: readonly string[]
  readonly birthDates: readonly string[]
  /** Of a date given in part, or of one that is none: two of its parts, `1980-02`, `02-03`, `1980--03`. */
  readonly birthParts: readonly string[]
  /** Four digits, or two beside a name: `smi j 80`. */
  readonly birthYears: readonly number[]
  readonly phoneDigits: string | null
  readonly mrn: string | null
  readonly email: string | null
  /** Words of letters and digits, such as member ids, without hyphens and in lower case. */
  readonly identifiers: readonly string[]
}

const labels = /(?<![\p{L}\d])(?:mrn|dob|born|nacid[oa]|fdn|tel|phone|cel)[\s:#.]*(?=[+(]?\d)/gu
const mrnLike = /(?<![\p{L}\d+(-])[\doil|]{4}[ -]?[\doil|]{4}(?![\p{L}\d-])/u
const digitRun = /\+?\(?\d(?:[\d\s().-]*\d)?/gu
const mixedWord = /(?<![\p{L}\d-])(?=[\d-]*\p{L})(?=[\p{L}-]*\d)[\p{L}\d][\p{L}\d-]{3,}(?![\p{L}\d-])/gu

/** Reads a search over names, birth date (or year), phone, MRN and e-mail; `today` is the civil date at the desk. */
export function parseSearch(text: string, today: string): PatientSearch {
  const typed = text.slice(0, 200).normalize('NFC').toLowerCase()
  const email = typed.match(/[^\s<>,;]*@[^\s<>,;]*/)?.[0] ?? null
  const labelled = (email ? typed.replace(email, ' ') : typed).replace(labels, ' ')
  const whole = datesInText(withoutAccents(labelled), today)
  const { dates } = whole
  const parts = dates.length > 0 ? null : datePartsInText(withoutAccents(labelled), today)
  const rest = parts !== null && parts.pairs.length > 0 ? parts.rest : whole.rest

  const mrnText = rest.match(mrnLike)?.[0] ?? null
  const mrn = mrnText ? parseMrn(mrnText) : null
  // No phone number and no date begins with 00: such digits are a record number and nothing else.
  const onlyMrn = mrn?.startsWith('00') ? mrnText : null
  const withIds = onlyMrn ? rest.replace(onlyMrn, ' ') : rest
  const mixed = (withIds.match(mixedWord) ?? []).filter(
    (word) => word !== mrnText && !/^\d+(?:st|nd|rd|th)$/.test(word),
  )
  const numbers = mixed.reduce((text, word) => text.replace(word, ' '), withIds)

  const nameParts = foldName(numbers)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word) && !/\d/.test(word))
  const runs = (numbers.match(digitRun) ?? []).map((run) => run.replace(/\D/g, ''))
  const birthYears = dates.length > 0 ? [] : yearsIn(runs, nameParts.length > 0, today)
  const ends = runs.filter((run) => run.length >= 4)
  // Beside a name a year is one first, and the end of a phone where nothing else is.
  const phone =
    longest(ends.filter((run) => !(nameParts.length > 0 && birthYears.includes(Number(run))))) ?? longest(ends)
  return {
    nameParts,
    birthDates: dates.length > 0 ? dates : [...new Set(runs.flatMap((run) => datesInDigits(run, today)))],
    birthParts: parts?.pairs ?? [],
    birthYears,
    phoneDigits: phone?.length === 11 && phone.startsWith('1') ? phone.slice(1) : phone,
    mrn,
    email,
    identifiers: mixed.map((word) => word.replaceAll('-', '')),
  }
}

function yearsIn(runs: readonly string[], isNamed: boolean, today: string): readonly number[] {
  const thisYear = Number(today.slice(0, 4))
  const read = (length: number) =>
    runs.filter((run) => run.length === length).map((run) => possibleYears(run, thisYear))
  return [...read(4), ...(isNamed ? read(2) : [])].find((years) => years.length > 0) ?? []
}

function longest(runs: readonly string[]): string | null {
  return runs.reduce<string | null>((best, run) => (best === null || run.length > best.length ? run : best), null)
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}
