import type { Element, WrittenSegment } from '@foyer/x12'

/** One EB with the segments of its loop, in the order of the guide. */
export interface BenefitLine {
  /** EB03; none: of everything. */
  readonly serviceTypes: readonly string[]
  readonly segments: readonly WrittenSegment[]
}

export interface Said {
  /** EB02, such as `IND`. */
  readonly scope?: string
  readonly types?: readonly string[]
  /** EB04, such as `HM`. */
  readonly insurance?: string
  readonly plan?: string
  /** EB06: `23` a calendar year, `29` what is left of it, `27` a visit. */
  readonly period?: string
  readonly cents?: number
  /** A share of one. */
  readonly share?: number
  /** EB09 and EB10. */
  readonly quantity?: readonly [unit: string, value: number]
  readonly authorization?: 'Y' | 'N' | 'U'
  readonly network?: 'Y' | 'N' | 'W'
  /** REF, DTP and MSG, which come in this order. */
  readonly more?: readonly WrittenSegment[]
  /** Loop 2120: NM1, N3, N4 and PER of others. */
  readonly others?: readonly WrittenSegment[]
}

/** @param code EB01: `1` active, `B` copay, … */
export function benefit(code: string, said: Said = {}): BenefitLine {
  const { types = [], more = [], others = [] } = said
  const elements: readonly Element[] = [
    code,
    said.scope ?? '',
    types.length === 0 ? '' : { repeat: types },
    said.insurance ?? '',
    said.plan ?? '',
    said.period ?? '',
    said.cents === undefined ? '' : dollars(said.cents),
    said.share === undefined ? '' : String(said.share).replace(/^0\./, '.'),
    said.quantity?.[0] ?? '',
    said.quantity === undefined ? '' : String(said.quantity[1]),
    said.authorization ?? '',
    said.network ?? '',
  ]
  const between: readonly WrittenSegment[] = others.length === 0 ? [] : [['LS', '2120'], ...others, ['LE', '2120']]
  return { serviceTypes: types, segments: [['EB', ...elements], ...more, ...between] }
}

/** No zeros that say nothing: 2550 cents are `25.5`. */
function dollars(cents: number): string {
  return String(cents / 100).replace(/^0\./, '.')
}

export function message(text: string): WrittenSegment {
  return ['MSG', text]
}

/** An organization of loop 2120 with a telephone number. */
export function other(role: string, name: string, phone?: string, id?: string): readonly WrittenSegment[] {
  return [
    ['NM1', role, '2', name, '', '', '', '', ...(id === undefined ? [] : ['PI', id])],
    ...(phone === undefined ? [] : [['PER', 'IC', '', 'TE', phone] as const]),
  ]
}
