import type { Body, practice } from '@foyer/contract'
import type { ChainType } from '../shapes.ts'

type Leg = ChainType['legs'][number]

/** A leg being chosen. */
export interface LegDraft {
  readonly key: number
  readonly visitTypeId: string | null
  readonly gap: 'any' | 'days' | 'sameDay'
  readonly minDays: number | null
  readonly maxDays: number | null
  readonly maxWaitMinutes: number | null
}

const blank = { visitTypeId: null, gap: 'any', minDays: null, maxDays: null, maxWaitMinutes: null } as const

export function blankLegs(): LegDraft[] {
  return [
    { ...blank, key: 0 },
    { ...blank, key: 1 },
  ]
}

export function withLeg(legs: readonly LegDraft[]): LegDraft[] {
  return [...legs, { ...blank, key: Math.max(...legs.map(({ key }) => key)) + 1 }]
}

export function draftLegs(legs: readonly Leg[]): LegDraft[] {
  return legs.map(({ visitTypeId, gap }, key): LegDraft => {
    if (!gap) return { ...blank, key, visitTypeId }
    if ('sameDay' in gap)
      return { ...blank, key, visitTypeId, gap: 'sameDay', maxWaitMinutes: gap.maxWaitMinutes ?? null }
    return { ...blank, key, visitTypeId, gap: 'days', minDays: gap.minDays ?? null, maxDays: gap.maxDays ?? null }
  })
}

/** What the server takes; null while a visit type is missing. */
export function legsOf(drafts: readonly LegDraft[]): Body<typeof practice.addChainType>['legs'] | null {
  const legs = drafts.flatMap(({ visitTypeId, gap, minDays, maxDays, maxWaitMinutes }, index) => {
    if (visitTypeId === null) return []
    if (index === 0 || gap === 'any') return [{ visitTypeId }]
    if (gap === 'sameDay')
      return [{ visitTypeId, gap: { sameDay: true as const, ...(maxWaitMinutes !== null && { maxWaitMinutes }) } }]
    return [{ visitTypeId, gap: { ...(minDays !== null && { minDays }), ...(maxDays !== null && { maxDays }) } }]
  })
  return legs.length < drafts.length || legs.length < 2 ? null : legs
}
