import { Temporal } from '@foyer/kernel'
import { daysInMonth } from './date-text.ts'
import { monthOfWord } from './month-words.ts'

export type DateOrder = 'month-first' | 'day-first'

/** A date read from a table. An impossible one keeps its numbers: `1950-18-10` is one digit off a day that was. */
export type ReadDate = { readonly date: string; readonly isReal: boolean }

const yearFirst = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/
const inCharacters = /^(\d{4})[年년]\s*(\d{1,2})[月월]\s*(?:(\d{1,2})[日일])?$/
const yearLast = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})$/
const dayThenMonth =
  /^(\d{1,2})(?:st|nd|rd|th|º)?[\s./-]*(?:(?:de|of) )?([a-z]{3,10})\.?[\s,./-]*(?:(?:del?|van) )?(\d{4}|\d{2})$/
const monthThenDay = /^(?:([a-z]{3,10})\.?[\s./-]*)(\d{1,2})(?:st|nd|rd|th)?[\s,./-]+(?:del? )?(\d{4}|\d{2})$/
const monthAndYear = /^(\d{1,2})[-/.](\d{4})$/

/** Which order the days and months of a column stand in: that of the dates that can be read in one way only. */
export function dateOrderOf(column: Iterable<string>): DateOrder {
  let [monthFirst, dayFirst, points, others] = [0, 0, 0, 0]
  for (const written of column) {
    const text = plain(written)
    const match = yearLast.exec(text) ?? /^(\d\d)(\d\d)((?:1[89]|20)\d\d)$/.exec(text)
    if (!match || (/^\d{8}$/.test(text) && startsWithYear(text))) continue
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (first > 12 && second <= 12) dayFirst++
    else if (second > 12 && first <= 12) monthFirst++
    if (text.includes('.')) points++
    else others++
  }
  if (monthFirst !== dayFirst) return monthFirst > dayFirst ? 'month-first' : 'day-first'
  return points > others ? 'day-first' : 'month-first'
}

/**
 * A FHIR date (`1961-03-14`, `1961-03`, `1961`) from any usual form: `19610314`, `1961-03-14`, `3/14/1961`, `14.3.1961`,
 * `14 Mar 1961`, `March 14, 61`, `14 mars 1961`, `1961年3月14日`, `610314`, the number of the day in a spreadsheet (22354), only
 * the year, a time after it or not. Two digits mean the latest such year that is not after `thisYear`. Null when it is no
 * date at all.
 */
export function readDate(written: string, order: DateOrder, thisYear: number): ReadDate | null {
  const text = plain(written)
  if (/^\d{4}$/.test(text)) return made(text, '00', undefined, thisYear)
  if (/^\d{8}(?:\d{4}|\d{6})?$/.test(text) && startsWithYear(text)) {
    return made(text.slice(0, 4), text.slice(4, 6), text.slice(6, 8), thisYear)
  }
  if (/^\d{5}$/.test(text)) return ofSpreadsheet(Number(text), thisYear)
  if (/^\d{6}$/.test(text)) return ofSix(text, order, thisYear)
  let match = yearFirst.exec(text) ?? inCharacters.exec(text)
  if (match) return made(match[1], match[2], match[3], thisYear)
  match = monthAndYear.exec(text)
  if (match) return made(match[2], match[1], undefined, thisYear)
  match = yearLast.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text)
  if (match) return inOrder(Number(match[1]), Number(match[2]), match[3] ?? '', order, thisYear)
  match = dayThenMonth.exec(text)
  if (match) return named(match[2], match[1], match[3], thisYear)
  match = monthThenDay.exec(text)
  return match ? named(match[1], match[2], match[3], thisYear) : null
}

function plain(written: string): string {
  const text = written.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  return text.replace(/(?:t|\s+)\d{1,2}:\d{2}.*$/, '')
}

/** Days since 30 December 1899, as spreadsheets count them from March 1900 on. */
function ofSpreadsheet(days: number, thisYear: number): ReadDate | null {
  const date = Temporal.PlainDate.from('1899-12-30').add({ days })
  return date.year <= thisYear ? { date: date.toString(), isReal: true } : null
}

/** 801231 begins with the year, 123180 and 311280 end with it. */
function ofSix(text: string, order: DateOrder, thisYear: number): ReadDate | null {
  const [first = 0, second = 0, third = 0] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)))
  const yearLastRead = first <= 31 ? inOrder(first, second, text.slice(4), order, thisYear) : null
  if (yearLastRead?.isReal) return yearLastRead
  return made(text.slice(0, 2), `${second}`, `${third}`, thisYear)
}

/** Whether what stands in a column of dates says that none is known: `N/A`, `unknown`, `0000-00-00`, `-`. */
export function saysNoDate(written: string): boolean {
  return /^(?:n\/?a|none|null|nil|nan|unknown|unk|desconocid[oa]|s\/d|inconnue?|unbekannt|[-–—?.]+|[0\-/. ]*0[0\-/. ]*)$/.test(
    plain(written),
  )
}

function startsWithYear(digits: string): boolean {
  return /^(?:1[89]|20)/.test(digits)
}

function inOrder(first: number, second: number, year: string, order: DateOrder, thisYear: number): ReadDate | null {
  const [month, day] = order === 'month-first' ? [first, second] : [second, first]
  const inThis = made(year, `${month}`, `${day}`, thisYear)
  if (inThis?.isReal !== false) return inThis
  const inOther = made(year, `${day}`, `${month}`, thisYear)
  return inOther?.isReal ? inOther : inThis
}

function named(month: string | undefined, day: string | undefined, year: string | undefined, thisYear: number) {
  const number = monthOfWord(month ?? '')
  return number === 0 ? null : made(year, `${number}`, day, thisYear)
}

function made(year = '', month = '', day: string | undefined, thisYear: number): ReadDate | null {
  const full = year.length === 4 ? Number(year) : century(Number(year), thisYear)
  // Zeros stand for what is not known: 1961-00-00.
  if (full === 0) return null
  if (Number(month) === 0) return { date: `${full}`, isReal: full >= 1800 && full <= thisYear }
  if (day === undefined || Number(day) === 0) {
    const isReal = Number(month) >= 1 && Number(month) <= 12 && full >= 1800 && full <= thisYear
    return { date: `${full}-${month.padStart(2, '0')}`, isReal }
  }
  const [m, d] = [Number(month), Number(day)]
  const isDay = d >= 1 && d <= daysInMonth(full, m)
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return { date, isReal: isDay && full >= 1800 && full <= thisYear }
}

function century(year: number, thisYear: number): number {
  const latest = Math.floor(thisYear / 100) * 100 + year
  return latest > thisYear ? latest - 100 : latest
}
