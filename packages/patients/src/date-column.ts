import { daysInMonth, monthNumber } from './date-text.ts'

export type DateOrder = 'month-first' | 'day-first'

/** A date read from a table. An impossible one keeps its numbers: `1950-18-10` is one digit off a day that was. */
export type ReadDate = { readonly date: string; readonly isReal: boolean }

const yearFirst = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/
const yearLast = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})$/
const dayThenMonth =
  /^(\d{1,2})(?:st|nd|rd|th|º)?[\s./-]*(?:(?:de|of) )?([a-z]{3,10})\.?[\s,./-]*(?:del? )?(\d{4}|\d{2})$/
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
 * `14 Mar 1961`, `March 14, 61`, only the year, a time after it or not. Two digits mean the latest such year that is not
 * after `thisYear`. Null when it is no date at all.
 */
export function readDate(written: string, order: DateOrder, thisYear: number): ReadDate | null {
  const text = plain(written)
  if (/^\d{4}$/.test(text)) return made(text, '00', undefined, thisYear)
  if (/^\d{8}(?:\d{4}|\d{6})?$/.test(text) && startsWithYear(text)) {
    return made(text.slice(0, 4), text.slice(4, 6), text.slice(6, 8), thisYear)
  }
  let match = yearFirst.exec(text)
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
  const text = written.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return text.replace(/(?:t|\s+)\d{1,2}:\d{2}.*$/, '')
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
  const number = monthNumber(month ?? '')
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
