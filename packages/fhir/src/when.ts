import { Temporal } from '@foyer/kernel'
import { type Element, note, text } from './element.ts'

/** A FHIR date: `1988-03-16`, `1988-03` or `1988`, as given. */
export type PartialDate = { readonly value: string; readonly precision: 'day' | 'month' | 'year' }

/** A FHIR dateTime: an instant in UTC (`2026-11-22T16:40:00Z`) or a date as given. */
export type When = PartialDate | { readonly value: string; readonly precision: 'instant' }

const dateShape = /^(?!0000)\d{4}(?:-(\d\d)(?:-(\d\d))?)?$/
const instantShape = /^((?!0000)\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/

export function partialDate(element: Element, name: string): PartialDate | undefined {
  const value = text(element, name)
  if (value === undefined) return undefined
  return parseDate(value) ?? note(element, name, 'date-broken', 'is not a date (YYYY-MM-DD, YYYY-MM or YYYY)')
}

export function dateTime(element: Element, name: string): When | undefined {
  const value = text(element, name)
  if (value === undefined) return undefined
  const instant = parseInstant(value)
  if (instant !== undefined) return { value: instant, precision: 'instant' }
  return parseDate(value) ?? note(element, name, 'date-broken', 'is not a date or a date and time with an offset')
}

/** A FHIR instant as UTC; seconds and an offset must be there. */
export function instant(element: Element, name: string): string | undefined {
  const value = text(element, name)
  if (value === undefined) return undefined
  return parseInstant(value) ?? note(element, name, 'date-broken', 'is not a date and time with seconds and an offset')
}

/**
 * The civil date a period of a policy begins or ends on. A boundary that names only a year or a month includes all
 * of it (R4, Period); one with a time keeps the date its writer saw.
 */
export function boundary(element: Element, name: 'start' | 'end'): string | undefined {
  const value = text(element, name)
  if (value === undefined) return undefined
  if (parseInstant(value) !== undefined) return value.slice(0, 10)
  const date = parseDate(value)
  if (date === undefined) return note(element, name, 'date-broken', 'is not a date')
  if (date.precision === 'day') return date.value
  const first = Temporal.PlainDate.from(date.precision === 'month' ? `${date.value}-01` : `${date.value}-01-01`)
  if (name === 'start') return first.toString()
  const length = date.precision === 'month' ? { months: 1 } : { years: 1 }
  return first.add(length).subtract({ days: 1 }).toString()
}

/** Notes a period that ends before it starts; only boundaries of one precision are compared. */
export function inOrder(element: Element, start: When | undefined, end: When | undefined): void {
  if (start === undefined || end === undefined || start.precision !== end.precision) return
  const backwards = start.precision === 'instant' ? isBefore(end.value, start.value) : end.value < start.value
  if (backwards) note(element, 'end', 'period-backwards', 'lies before the start')
}

/** Text order would put 09:00:00.5Z before 09:00:00Z. */
function isBefore(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0
}

function parseDate(value: string): PartialDate | undefined {
  const match = dateShape.exec(value)
  if (match === null) return undefined
  const precision = match[2] !== undefined ? 'day' : match[1] !== undefined ? 'month' : 'year'
  const whole = precision === 'day' ? value : precision === 'month' ? `${value}-01` : `${value}-01-01`
  return succeeds(() => Temporal.PlainDate.from(whole)) === undefined ? undefined : { value, precision }
}

function parseInstant(value: string): string | undefined {
  if (!instantShape.test(value)) return undefined
  return succeeds(() => Temporal.Instant.from(value))?.toString()
}

function succeeds<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
