/** The dates found in a text, most likely reading first, and the text without them. */
export type DatesInText = { readonly dates: readonly string[]; readonly rest: string }

type Parts = readonly [year: string, month: number, day: number]

const months = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
]

const isoDate = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const numericDate = /(?<!\d[-/. ]?)(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d|[-/. ]\d)/
const dayThenMonth =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|º)?[\s./-]*(?:(?:de|of) )?([a-z]{3,10})[\s,./-]*(?:del? )?(\d{4}|\d{2})(?!\d)/
const monthThenDay = /(?<![a-z])([a-z]{3,10})[\s./-]*(\d{1,2})(?:st|nd|rd|th)?[\s,./-]+(?:del? )?(\d{4}|\d{2})(?!\d)/

/**
 * Finds birth dates in what somebody typed: `3/14/1961`, `14.3.61`, `1961-03-14`, `14 Mar 1961`, `14 de marzo de 1961`.
 * Numbers that can be read month first or day first give both readings: month first after `/` and `-`, day first after
 * `.`. Two-digit years mean every such year up to today, the latest first. Only dates of living people, from 130 years
 * ago to `today` (`YYYY-MM-DD`), count. Expects lower case without accents.
 */
export function datesInText(text: string, today: string): DatesInText {
  const readings: readonly [RegExp, (match: RegExpExecArray) => Parts[]][] = [
    [isoDate, (m) => [[m[1] ?? '', Number(m[2]), Number(m[3])]]],
    [numericDate, (m) => bothOrders(Number(m[1]), Number(m[3]), m[4] ?? '', m[2] === '.')],
    [dayThenMonth, (m) => [[m[3] ?? '', monthNumber(m[2] ?? ''), Number(m[1])]]],
    [monthThenDay, (m) => [[m[3] ?? '', monthNumber(m[1] ?? ''), Number(m[2])]]],
  ]
  for (const [pattern, read] of readings) {
    const match = pattern.exec(text)
    if (!match) continue
    const dates = realDates(read(match), today)
    // 2/29/2023 is a slip in a date and nothing else; words between numbers that are no month are names.
    if (dates.length > 0 || /^[\d/]+$/.test(match[0])) return { dates, rest: text.replace(match[0], ' ') }
  }
  return { dates: [], rest: text }
}

/** The birth dates a run of digits without separators may mean: 8 digits or 6 (two-digit year). */
export function datesInDigits(digits: string, today: string): readonly string[] {
  const year = digits.length === 8 ? digits.slice(4) : digits.length === 6 ? digits.slice(4) : null
  if (year === null) return []
  const readings = bothOrders(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), year, false)
  if (digits.length === 8) readings.push([digits.slice(0, 4), Number(digits.slice(4, 6)), Number(digits.slice(6))])
  return realDates(readings, today)
}

function bothOrders(first: number, second: number, year: string, dayFirst: boolean): Parts[] {
  const monthDay: Parts = [year, first, second]
  const dayMonth: Parts = [year, second, first]
  return dayFirst ? [dayMonth, monthDay] : [monthDay, dayMonth]
}

function realDates(readings: readonly Parts[], today: string): string[] {
  const thisYear = Number(today.slice(0, 4))
  const dates = new Set<string>()
  for (const [written, month, day] of readings) {
    const year = Number(written)
    const years = written.length === 4 ? [year] : [2000 + year, 1900 + year]
    for (const candidate of years) {
      if (candidate < thisYear - 130 || day < 1 || day > daysInMonth(candidate, month)) continue
      const date = `${candidate}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      if (date <= today) dates.add(date)
    }
  }
  return [...dates]
}

/** 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function monthNumber(word: string): number {
  return months.findIndex((names) => names.some((name) => name.startsWith(word))) + 1
}
