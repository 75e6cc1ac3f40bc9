import type { Segment } from '@foyer/x12'
import type { Pointer } from '../pointer.ts'
import { dateOf, dayPatterns, type End, frequencies, hourPatterns, periodOf } from './codes.ts'
import type { Address, Dated, DateKind, Delivery, Insured, Party, Quantity } from './eligibility.ts'

export function pointerTo({ position, tag }: Segment): Pointer {
  return { set: position.set, segment: position.segment, tag }
}

/** Null where an element is absent. */
export function textOf(segment: Segment, element: number): string | null {
  const text = segment.text(element).trim()
  return text === '' ? null : text
}

/** `1234.5` as 123450 cents, whatever of digits there are; null where it is no number. */
export function centsOf(text: string | null): number | null {
  const [, sign, whole = '', part = ''] = /^([+-]?)(\d{0,15})(?:\.(\d*))?$/.exec(text ?? '') ?? []
  if (sign === undefined || (whole === '' && part === '')) return null
  // Payers write dollars with two decimals at most; what is beyond is rounded, half up.
  const thousandths = Number(`${whole}${part.padEnd(3, '0').slice(0, 3)}`)
  const cents = Math.round(thousandths / 10)
  return sign === '-' ? -cents : cents
}

/** EB08 is a share of one: `.2` and `0.20` are 20 %. Some write `20`, which can mean nothing else. */
export function basisPointsOf(text: string | null): number | null {
  if (text === null || !/^\d*\.?\d*$/.test(text) || !/\d/.test(text)) return null
  const value = Number(text)
  return Math.round(value > 1 ? value * 100 : value * 10_000)
}

export function quantityOf(unit: string | null, value: string | null): Quantity | null {
  const number = value === null ? Number.NaN : Number(value)
  return unit === null || !Number.isFinite(number) ? null : { unit, value: number }
}

/** CCYYMMDD as YYYY-MM-DD; null where there is no such day. */
export function civilDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const lengths = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const most = lengths[Number(month) - 1] ?? 0
  return Number(day) >= 1 && Number(day) <= most ? `${year}-${month}-${day}` : null
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** What lasts: its one date is the day since when. */
const since: ReadonlySet<DateKind> = new Set(['plan', 'eligibility', 'benefit', 'primary-care', 'coordination'])

/** One day (D8) or a range (RD8), by which end of it the qualifier means. */
export function datedOf(segment: Segment): Dated | null {
  const [kind, end] = dateOf[segment.text(1)] ?? (['other', 'both'] as const satisfies [DateKind, End])
  const [first = '', last = ''] = segment.text(3).split('-')
  const pointer = pointerTo(segment)
  const [from, until] = [civilDate(first.trim()), civilDate(last.trim())]
  if (from === null && until === null) return null
  if (until !== null) return { kind, from, until, pointer }
  if (end === 'from') return { kind, from, until: null, pointer }
  if (end === 'until') return { kind, from: null, until: from, pointer }
  // A service's one date is that day.
  const isSince = since.has(kind)
  return { kind, from, until: isSince ? null : from, pointer }
}

export function partyOf(segment: Segment): Party {
  const id = textOf(segment, 9)
  return {
    role: segment.text(1),
    name: textOf(segment, 3) ?? '',
    given: textOf(segment, 4),
    middle: textOf(segment, 5),
    suffix: textOf(segment, 7),
    isPerson: segment.text(2) === '1',
    id: id === null ? null : { qualifier: segment.text(8), value: id },
    phones: [],
    pointer: pointerTo(segment),
  }
}

/** Telephone numbers of a PER, as they stand. */
export function phonesOf(segment: Segment): readonly string[] {
  return [3, 5, 7].flatMap((at) => {
    const number = textOf(segment, at + 1)
    return segment.text(at) === 'TE' && number !== null ? [number] : []
  })
}

export function withPhones<T extends Party>(party: T, segment: Segment): T {
  return { ...party, phones: [...party.phones, ...phonesOf(segment)] }
}

export function insuredOf(segment: Segment): Insured {
  const party = partyOf(segment)
  return {
    ...party,
    memberId: party.id?.qualifier === 'MI' || party.id?.qualifier === 'II' ? party.id.value : null,
    groupNumber: null,
    birthDate: null,
    sex: null,
    address: null,
    relationship: null,
    isChangedByPayer: false,
  }
}

const sexes: Readonly<Record<string, Insured['sex']>> = { F: 'female', M: 'male', U: 'unknown' }

/** What N3, N4, DMG, REF and INS say besides of whom NM1 named. */
export function withDetail(insured: Insured, segment: Segment): Insured {
  const address: Address = insured.address ?? { lines: [], city: null, state: null, postalCode: null }
  switch (segment.tag) {
    case 'N3':
      return { ...insured, address: { ...address, lines: [segment.text(1), segment.text(2)].filter(Boolean) } }
    case 'N4': {
      const place = { city: textOf(segment, 1), state: textOf(segment, 2), postalCode: textOf(segment, 3) }
      return { ...insured, address: { ...address, ...place } }
    }
    case 'DMG':
      return { ...insured, birthDate: civilDate(segment.text(2)), sex: sexes[segment.text(3)] ?? null }
    case 'REF': {
      const value = textOf(segment, 2)
      if (segment.text(1) === '6P' || segment.text(1) === '1L') return { ...insured, groupNumber: value }
      return segment.text(1) === '1W' && insured.memberId === null ? { ...insured, memberId: value } : insured
    }
    case 'INS':
      return { ...insured, relationship: textOf(segment, 2), isChangedByPayer: segment.text(3) === '001' }
    default:
      return insured
  }
}

/**
 * HSD as X279A1 has it: `HSD*VS*12*WK*3*34*1` is 12 visits, 3 a week, in 1 month. What is there and cannot be read is kept by
 * its element, so that nobody takes the rest for all of it.
 */
export function deliveryOf(segment: Segment): Delivery {
  const time = periodOf[segment.text(5)]
  const periods = numberOf(segment.text(6))
  const quantity = quantityOf(textOf(segment, 1), textOf(segment, 2))
  const every = quantityOf(textOf(segment, 3), textOf(segment, 4))
  const days = dayPatterns[segment.text(7)] ?? null
  const hours = hourPatterns[segment.text(8)] ?? null
  const isRead: Readonly<Record<number, boolean>> = {
    1: quantity !== null,
    2: quantity !== null,
    3: every !== null && every.unit in frequencies,
    4: every !== null && every.unit in frequencies,
    5: time !== undefined,
    6: periods !== null && (time?.period ?? null) !== null,
    7: days !== null,
    8: hours !== null,
  }
  const notUnderstood = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((element) => {
    const text = textOf(segment, element)
    return text === null || isRead[element] ? [] : [`HSD0${element} ${text}`]
  })
  return {
    quantity,
    every: every && every.unit in frequencies ? { unit: frequencies[every.unit]!, value: every.value } : null,
    period: time?.period ?? null,
    isRemaining: time?.isRemaining ?? false,
    periods,
    days,
    hours,
    notUnderstood,
  }
}

function numberOf(text: string): number | null {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null
}
