import type { Service } from '@foyer/coverage'
import type { VisitTypeBilling } from '../../directory/index.ts'

export interface Procedure extends Service {
  readonly isOptional: boolean
  readonly isChosen: boolean
  readonly words: VisitTypeBilling['procedures'][number]['words']
}

/** What the visit is made of, with those of its additions that were chosen. */
export function proceduresOf(billed: VisitTypeBilling['procedures'], chosen: readonly string[]): readonly Procedure[] {
  return billed.map(({ code, modifiers, units, optional, words }) => ({
    code,
    modifiers,
    units,
    isOptional: optional,
    isChosen: !optional || chosen.includes(code),
    words,
  }))
}
