/** Two of a date's three parts, as they are hashed: `1980-02` year and month, `02-03` month and day, `1980--03` year and day. */
export function pairsOf(year: string | null, month: string | null, day: string | null): readonly string[] {
  return [
    ...(year && month ? [`${year}-${month}`] : []),
    ...(month && day ? [`${month}-${day}`] : []),
    ...(year && day ? [`${year}--${day}`] : []),
  ]
}

/** The three pairs of a full date, FHIR's; none of a partial one. */
export function pairsOfDate(date: string): readonly string[] {
  const [year = null, month = null, day = null] = date.split('-')
  return day === null ? [] : pairsOf(year, month, day)
}

/** Day and month in each other's place; what comes of it may be no date. */
export function swappedDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${year}-${day}-${month}`
}

const threeParts = /(?<!\d)(\d{1,5})([-/.])(\d{1,3})\2(\d{1,5})(?!\d)/
const twoParts = /(?<![\d/-])(\d{1,2})\/(\d{4}|\d{1,2})(?![\d/-])/

const yearFirst = /(?<![\d/-])(\d{4})[-/](\d{1,2})(?![\d/-])/

export interface DatePartsInText {
  readonly pairs: readonly string[]
  readonly rest: string
}

/**
 * What can be made of something that is written like a date and is none: `2/31/1980`, `1980-13-02`, `2/3/198`; and of a
 * date given in part: `2/3`, `2/1980`, `1980-2`. At least two of its parts must be possible ones. `today` is `YYYY-MM-DD`.
 */
export function datePartsInText(text: string, today: string): DatePartsInText {
  const begun = yearFirst.exec(text)
  if (begun) {
    const [whole, year = '', month = ''] = begun
    const pairs = ofParts(year, month, '', today)
    if (pairs.length > 0) return { pairs, rest: text.replace(whole, ' ') }
  }
  const three = threeParts.exec(text)
  const two = three ? null : twoParts.exec(text)
  const match = three ?? two
  if (!match) return { pairs: [], rest: text }
  const [whole, first = '', , second = '', third = ''] = match
  const pairs = three
    ? first.length >= 3
      ? ofParts(first, second, third, today)
      : [...ofParts(third, first, second, today), ...ofParts(third, second, first, today)]
    : (match[2] ?? '').length === 4
      ? ofParts(match[2] ?? '', first, '', today)
      : [...ofParts('', first, match[2] ?? '', today), ...ofParts('', match[2] ?? '', first, today)]
  return pairs.length === 0 ? { pairs, rest: text } : { pairs: [...new Set(pairs)], rest: text.replace(whole, ' ') }
}

function ofParts(year: string, month: string, day: string, today: string): readonly string[] {
  const years = possibleYears(year, Number(today.slice(0, 4)))
  const [mm, dd] = [part(month, 12), part(day, 31)]
  return years.length === 0 ? pairsOf(null, mm, dd) : years.flatMap((one) => pairsOf(String(one), mm, dd))
}

/** Four digits mean themselves, two every such year of somebody alive, the latest first. */
export function possibleYears(digits: string, thisYear: number): readonly number[] {
  const written = Number(digits)
  const years = digits.length === 4 ? [written] : digits.length === 2 ? [2000 + written, 1900 + written] : []
  return years.filter((year) => year > thisYear - 130 && year <= thisYear)
}

function part(digits: string, most: number): string | null {
  const value = Number(digits)
  return digits.length > 0 && digits.length <= 2 && value >= 1 && value <= most ? String(value).padStart(2, '0') : null
}
