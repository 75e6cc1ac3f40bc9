import type { ResourceKind, VisitType } from '../shapes.ts'

type Rules = VisitType['rules']
export interface PhaseDraft {
  readonly key: number
  readonly name: string
  readonly minutes: number | null
  /** Minutes after the start of the visit; null: where the part before ends. */
  readonly startsAt: number | null
}

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
  /** One after another, or from a minute of the visit. Where there is one, the visit lasts until the last ends, and `rest`. */
  readonly phases: readonly PhaseDraft[]
  /** Minutes of the visit after the last part has ended. */
  readonly rest: number | null
  readonly needs: readonly NeedDraft[]
  /** All but the phases. */
  readonly rules: Omit<Rules, 'phases'>
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
  rest: 0,
  needs: [],
  rules: {},
}

export function nextKey(items: readonly { readonly key: number }[]): number {
  return Math.max(-1, ...items.map(({ key }) => key)) + 1
}

export function blankNeed(needs: readonly NeedDraft[], kind: ResourceKind, role: string): NeedDraft {
  return { key: nextKey(needs), role, kind, mode: 'named', candidates: [], requires: [], phase: null }
}

export function draftOf(visitType: VisitType | null): VisitTypeDraft {
  if (visitType === null) return { ...blank, needs: [blankNeed([], 'practitioner', 'clinician')] }
  const { prep, prepEs, roles, rules: all } = visitType
  const { phases: given = [], ...rules } = all
  const ends = given.map(({ offsetMinutes, durationMinutes }) => offsetMinutes + durationMinutes)
  const phases = given.map(({ name, offsetMinutes, durationMinutes: minutes }, key): PhaseDraft => {
    const follows = offsetMinutes === (ends[key - 1] ?? 0)
    return { key, name, minutes, startsAt: follows ? null : offsetMinutes }
  })
  return {
    ...visitType,
    prep: prep ?? '',
    prepEs: prepEs ?? '',
    rules,
    phases,
    rest: given.length === 0 ? 0 : Math.max(0, visitType.durationMinutes - Math.max(...ends)),
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

/** How long the visit lasts: until its last part ends and the rest after it, else as was typed. */
export function lengthOf(draft: VisitTypeDraft): number | null {
  const { phases, rest, durationMinutes } = draft
  if (phases.length === 0) return durationMinutes
  if (phases.some(({ minutes }) => minutes === null)) return null
  return Math.max(...phasesOf(draft).map((one) => one.offsetMinutes + one.durationMinutes)) + (rest ?? 0)
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
export function phasesOf({ phases }: Pick<VisitTypeDraft, 'phases'>): NonNullable<Rules['phases']> {
  let at = 0
  return phases.map(({ name, minutes, startsAt }) => {
    const offsetMinutes = startsAt ?? at
    at = offsetMinutes + (minutes ?? 0)
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
