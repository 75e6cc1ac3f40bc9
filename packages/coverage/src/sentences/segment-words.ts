import type { Segment } from '@foyer/x12'
import rejections from '../../data/rejections.json' with { type: 'json' }
import data from '../../data/segment-words.json' with { type: 'json' }
import { amount, type Language, serviceName, share } from './words.ts'

type Of = Readonly<Record<Language, string>>

/** One element of a segment of a 271: what it is called, what stands there, and what that says. */
export interface ElementWords {
  /** `EB03`. */
  readonly element: string
  /** Null: what it is called is not told here. */
  readonly name: string | null
  readonly value: string
  /** Null: what stands there says itself, or is a code without words here. */
  readonly says: string | null
}

const names: Readonly<Record<string, Of>> = data.elements
const codes: Readonly<Record<string, Readonly<Record<string, Of>>>> = {
  ...data.codes,
  HSD01: data.codes.EB09,
  HSD05: data.codes.EB06,
}

/** What the elements of one segment of an answer say, those that are there, in their order. */
export function segmentWords(segment: Segment, language: Language): readonly ElementWords[] {
  return Array.from({ length: segment.size }, (_, at) => at + 1).flatMap((number) => {
    const value = segment.text(number)
    if (value === '') return []
    const element = `${segment.tag}${String(number).padStart(2, '0')}`
    return { element, name: names[element]?.[language] ?? null, value, says: saysOf(segment, number, language) }
  })
}

function saysOf(segment: Segment, number: number, language: Language): string | null {
  const element = `${segment.tag}${String(number).padStart(2, '0')}`
  const value = segment.text(number)
  switch (element) {
    case 'EB03': {
      const services = Array.from({ length: segment.repetitions(3) }, (_, at) => segment.part(3, 1, at + 1))
      return services.map((code) => serviceName(code, language)).join(', ')
    }
    case 'EB07':
      return isNumber(value) ? amount(Math.round(Number(value) * 100), language) : null
    case 'EB08':
      // 0.2 are 20 percent.
      return isNumber(value) ? share(Math.round(Number(value) * 10_000), language) : null
    case 'EB13':
      return segment.components(13).slice(1).filter(Boolean).join(' ') || null
    case 'AAA03':
      return (
        (rejections as Readonly<Record<string, Readonly<Record<Language, { what: string }>>>>)[value]?.[language]
          .what ?? null
      )
    case 'DTP03':
      return daysOf(value)
    default:
      return codes[element]?.[value]?.[language] ?? null
  }
}

function isNumber(text: string): boolean {
  return /^-?\d*\.?\d+$/.test(text)
}

/** `20260101-20261231` as `2026-01-01 – 2026-12-31`; null for what is no date. */
function daysOf(value: string): string | null {
  if (!/^\d{8}(-\d{8})?$/.test(value)) return null
  return value.replaceAll(/(\d{4})(\d\d)(\d\d)/g, '$1-$2-$3').replace(/(-\d\d)-(\d{4}-)/, '$1 – $2')
}
