import { datesInDigits, datesInText } from './date-text.ts'
import { parseMrn } from './identifier.ts'
import { foldName } from './name.ts'

/**
 * What was typed into the one search box. All of `nameParts` must match, as prefixes of folded name words in any order.
 * The other fields are readings of the same digits and therefore alternatives: a person who fits one of those that are
 * given is a result. `phoneDigits` (at least 4) may be any part of a number.
 */
export type PatientSearch = {
  readonly nameParts: readonly string[]
  readonly birthDates: readonly string[]
  readonly birthYear: number | null
  readonly phoneDigits: string | null
  readonly mrn: string | null
  readonly email: string | null
}

const labels = /(?<![\p{L}\d])(?:mrn|dob|born|nacid[oa]|fdn|tel|phone|cel)[\s:#.]*(?=[+(]?\d)/gu
const mrnLike = /(?<![\p{L}\d+(-])[\doil|]{4}[ -]?[\doil|]{4}(?![\p{L}\d-])/u
const digitRun = /\+?\(?\d(?:[\d\s().-]*\d)?/gu

/** Reads a search over names, birth date (or year), phone, MRN and e-mail; `today` is the civil date at the desk. */
export function parseSearch(text: string, today: string): PatientSearch {
  const typed = text.slice(0, 200).normalize('NFC').toLowerCase()
  const email = typed.match(/[^\s<>,;]*@[^\s<>,;]*/)?.[0] ?? null
  const labelled = (email ? typed.replace(email, ' ') : typed).replace(labels, ' ')
  const { dates, rest } = datesInText(withoutAccents(labelled), today)

  const mrnText = rest.match(mrnLike)?.[0] ?? null
  const mrn = mrnText ? parseMrn(mrnText) : null
  // No phone number and no date begins with 00: such digits are a record number and nothing else.
  const onlyMrn = mrn?.startsWith('00') ? mrnText : null
  const numbers = onlyMrn ? rest.replace(onlyMrn, ' ') : rest

  const nameParts = foldName(numbers)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word) && !/\d/.test(word))
  const runs = (numbers.match(digitRun) ?? []).map((run) => run.replace(/\D/g, ''))
  const birthYear = yearIn(runs, today)
  const phone = longest(runs.filter((run) => run.length >= 4 && !(nameParts.length > 0 && run === String(birthYear))))
  return {
    nameParts,
    birthDates: dates.length > 0 ? dates : [...new Set(runs.flatMap((run) => datesInDigits(run, today)))],
    birthYear: dates.length > 0 ? null : birthYear,
    phoneDigits: phone?.length === 11 && phone.startsWith('1') ? phone.slice(1) : phone,
    mrn,
    email,
  }
}

function yearIn(runs: readonly string[], today: string): number | null {
  const thisYear = Number(today.slice(0, 4))
  const year = runs.find((run) => run.length === 4 && Number(run) > thisYear - 130 && Number(run) <= thisYear)
  return year === undefined ? null : Number(year)
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
