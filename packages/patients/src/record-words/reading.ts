/** In which language, and how a civil date (perhaps only year or month) is written where it is read. */
export interface Reading {
  readonly locale: 'en' | 'es'
  readonly day: (date: string) => string
}

/** How the values of a field read; never asked for one that says nothing. */
export type Read = (value: unknown, reading: Reading) => string

const yesNo = { en: ['yes', 'no'], es: ['sí', 'no'] } as const

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A text as it is, a list with commas, an address on one line, yes and no. */
export function readPlain(value: unknown, reading: Reading): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return yesNo[reading.locale][value ? 0 : 1]
  if (Array.isArray(value)) return value.flatMap((one) => (isEmpty(one) ? [] : readPlain(one, reading))).join(', ')
  if (typeof value === 'object' && value !== null)
    return readAddress(value as Readonly<Record<string, unknown>>, reading)
  return String(value)
}

function readAddress(value: Readonly<Record<string, unknown>>, reading: Reading): string {
  const { line, city, state, postalCode, ...rest } = value
  const place = [state, postalCode].filter((part) => !isEmpty(part)).join(' ')
  return [line, city, place, ...Object.values(rest)]
    .filter((part) => !isEmpty(part))
    .map((part) => readPlain(part, reading))
    .join(', ')
}

/** The same for each of a list. */
export function each(read: (value: string, reading: Reading) => string): Read {
  return (value, reading) =>
    (Array.isArray(value) ? (value as readonly unknown[]) : [value])
      .map((one) => (typeof one === 'string' ? read(one, reading) : readPlain(one, reading)))
      .join(', ')
}

const civilDates = /\d{4}-\d{2}-\d{2}/g

/** Words in which civil dates stand, such as `2 Elm St, Joliet (2001-01-01–2010-01-01)`. */
export const readDated: Read = each((text, { day }) => text.replace(civilDates, day))
