import type { ResourceKind, VisitType } from '../shapes.ts'

type Rules = VisitType['rules']
export type PhaseDraft = { readonly key: number; readonly name: string; readonly minutes: number | null }

/** Somebody or something that is needed. Phase by its key; null for the whole visit. */
export interface NeedDraft {
  readonly key: number
  readonly role: string
  readonly kind: ResourceKind
  readonly mode: 'named' | 'able'
  readonly candidates: readonly string[]
  readonly requires: readonly string[]
  readonly phase: number | null
}

/** A visit type being typed. */
export interface VisitTypeDraft {
  readonly name: string
  readonly nameEs: string
  readonly durationMinutes: number | null
  readonly bufferAfterMinutes: number | null
  readonly copayCents: number | null
  readonly tone: VisitType['tone']
  readonly forNewPatients: boolean
  readonly telehealth: boolean
  readonly prep: string
  readonly prepEs: string
  readonly active: boolean
  /** One after another; where there is one, the visit lasts as long as all of them. */
  readonly phases: readonly PhaseDraft[]
  readonly needs: readonly NeedDraft[]
  /** All but the phases. */
  readonly rules: Omit<Rules, 'phases'>
  /** Phases that overlap or leave a gap: kept as they were while they are not touched. */
  readonly kept: Rules['phases'] | null
}

const blank: VisitTypeDraft = {
  name: '',
  nameEs: '',
  durationMinutes: 30,
  bufferAfterMinutes: 0,
  copayCents: null,
  tone: 'info',
  forNewPatients: false,
  telehealth: false,
  prep: '',
  prepEs: '',
  active: true,
  phases: [],
  needs: [],
  rules: {},
  kept: null,
}

export function nextKey(items: readonly { readonly key: number }[]): number {
  return Math.max(-1, ...items.map(({ key }) => key)) + 1
}

export function blankNeed(needs: readonly NeedDraft[], kind: ResourceKind, role: string): NeedDraft {
  return { key: nextKey(needs), role, kind, mode: 'named', candidates: [], requires: [], phase: null }
}

/** Whether each phase begins where the one before ends, from the start to the end of the visit. */
function follow(phases: NonNullable<Rules['phases']>, durationMinutes: number): boolean {
  let at = 0
  for (const { offsetMinutes, durationMinutes: length } of phases) {
    if (offsetMinutes !== at) return false
    at += length
  }
  return at === durationMinutes
}

export function draftOf(visitType: VisitType | null): VisitTypeDraft {
  if (visitType === null) return { ...blank, needs: [blankNeed([], 'practitioner', 'clinician')] }
  const { prep, prepEs, roles, rules: all } = visitType
  const { phases: given = [], ...rules } = all
  const phases = given.map(({ name, durationMinutes: minutes }, key) => ({ key, name, minutes }))
  return {
    ...visitType,
    prep: prep ?? '',
    prepEs: prepEs ?? '',
    rules,
    phases,
    kept: given.length > 0 && !follow(given, visitType.durationMinutes) ? given : null,
    needs: roles.map(({ role, kind, candidates, requires = [], phase }, key) => ({
      key,
      role,
      kind,
      mode: candidates.length > 0 ? 'named' : 'able',
      candidates,
      requires,
      phase: phases.find((one) => one.name === phase)?.key ?? null,
    })),
  }
}

/** How long the visit lasts: as its phases do, else as was typed. */
export function lengthOf({ phases, kept, durationMinutes }: VisitTypeDraft): number | null {
  if (phases.length === 0 || kept) return durationMinutes
  return phases.reduce<number | null>(
    (sum, { minutes }) => (sum === null || minutes === null ? null : sum + minutes),
    0,
  )
}

/** A name as a role is called in data: "Prep room" becomes `prep-room`. */
export function roleNameOf(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
}

/** When each part begins and how long it lasts. */
export function phasesOf({ phases, kept }: VisitTypeDraft): NonNullable<Rules['phases']> {
  if (kept) return kept
  let at = 0
  return phases.map(({ name, minutes }) => {
    const offsetMinutes = at
    at += minutes ?? 0
    return { name: name.trim(), offsetMinutes, durationMinutes: minutes ?? 0 }
  })
}

/** A rule that is left empty is left out. */
export function withRule<K extends keyof VisitTypeDraft['rules']>(
  rules: VisitTypeDraft['rules'],
  name: K,
  value: VisitTypeDraft['rules'][K] | null,
): VisitTypeDraft['rules'] {
  const { [name]: _, ...rest } = rules
  const isEmpty =
    value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
  return isEmpty ? rest : { ...rest, [name]: value }
}
