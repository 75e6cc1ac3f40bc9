import type { CardData } from './elements.ts'

export interface CardName {
  readonly name: 'family' | 'given' | 'middle'
  readonly text: string
  readonly from: string
  readonly doubt: 'truncated' | 'maybe-truncated' | 'order' | null
}

/** Longest name of each kind that the standard has room for (D.12.5, from 2009 on). */
const ROOM = 40

const flags = { family: 'DDE', given: 'DDF', middle: 'DDG' } as const

/** DDE, DDF, DDG: T for cut, N for whole, U for unknown. */
function doubtOf(data: CardData, name: CardName['name'], text: string): CardName['doubt'] {
  const flag = data.elements.get(flags[name])?.toUpperCase()
  if (flag === 'T') return 'truncated'
  return flag !== 'N' && text.length >= ROOM ? 'maybe-truncated' : null
}

function words(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** All given names in one element (DCT, 2003 and 2005): with commas between, else with spaces. The first is the given name. */
function givenNames(text: string): readonly [given: string, middle: string] {
  const [given = '', ...middle] = words(text, text.includes(',') ? /,/ : /\s+/)
  return [given, middle.join(' ')]
}

/**
 * The names: family and given apart (DCS, DAC, DAD from 2009 on; DAB, DAC, DAD before), all given names in one element
 * (DCT), or the whole name in one (DAA, 2000: family, given, middle, with commas between). Names without a comma in it
 * are taken in that order, and that is in doubt.
 */
export function cardName(data: CardData, given: (text: string | undefined) => string | null): readonly CardName[] {
  const named = (
    name: CardName['name'],
    from: string,
    text: string | null,
    whole = text,
    doubt = text === null ? null : doubtOf(data, name, text),
  ): readonly CardName[] => (text === null || text === '' ? [] : [{ name, text, from: `${from} ${whole}`, doubt }])
  const element = (name: CardName['name'], ...ids: readonly string[]): readonly CardName[] => {
    const id = ids.find((one) => given(data.elements.get(one)) !== null)
    return id === undefined ? [] : named(name, id, given(data.elements.get(id)))
  }
  const family = element('family', 'DCS', 'DAB')
  const together = given(data.elements.get('DCT'))
  const first = element('given', 'DAC')
  if (family.length > 0 && (first.length > 0 || together === null))
    return [...family, ...first, ...element('middle', 'DAD')]
  if (together !== null) {
    const [one, rest] = givenNames(together)
    return [...family, ...named('given', 'DCT', one, together), ...named('middle', 'DCT', rest, together)]
  }
  const whole = given(data.elements.get('DAA'))
  if (whole === null) return [...family, ...first]
  const hasCommas = whole.includes(',')
  const [last = '', one = '', ...rest] = words(whole, hasCommas ? /,/ : /\s+/)
  const doubt = hasCommas ? null : 'order'
  return [
    ...named('family', 'DAA', last, whole, doubt),
    ...named('given', 'DAA', one, whole, doubt),
    ...named('middle', 'DAA', rest.join(' '), whole, doubt),
  ]
}
