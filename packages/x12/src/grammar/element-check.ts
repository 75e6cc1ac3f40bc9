import type { ElementCheck, ElementUse } from './guide.ts'
import { packCodes } from '../read/packed-codes.ts'

/** How an element is looked at as bytes, see validate/is-surely-right.ts. */
export const kinds = {
  /** Whatever stands there is for the thorough check. */
  unsure: 0,
  text: 1,
  code: 2,
  whole: 3,
  decimal: 4,
  date: 5,
  time: 6,
  /** A date whose format stands in the element before. */
  dated: 7,
  composite: 8,
} as const

export function elementChecks(uses: readonly (ElementUse | null)[]): ElementCheck[] {
  return uses.map((use): ElementCheck => {
    const parts = elementChecks(use?.parts ?? [])
    return {
      kind: use ? kindOf(use) : kinds.unsure,
      isRequired: use?.isRequired ?? false,
      min: use?.min ?? 0,
      max: use?.max ?? 0,
      codes: use?.codes ? packCodes(use.codes) : null,
      parts,
      least: parts.findLastIndex(({ isRequired }) => isRequired) + 1,
    }
  })
}

function kindOf({ number, type, codes, parts }: ElementUse): number {
  if (parts) return kinds.composite
  if (number === '1251') return codes ? kinds.unsure : kinds.dated
  if (codes) return kinds.code
  switch (type) {
    case 'N0':
      return kinds.whole
    case 'R':
      return kinds.decimal
    case 'DT':
      return kinds.date
    case 'TM':
      return kinds.time
    default:
      return kinds.text
  }
}
