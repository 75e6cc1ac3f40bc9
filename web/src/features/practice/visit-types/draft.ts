import type { Body, practice } from '@foyer/contract'
import { needs, type RoleNeed, type VisitType } from '../shapes.ts'

type RoleName = RoleNeed['role']

/** A visit type being typed. A role that is absent is not needed. */
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
  readonly candidates: ReadonlyMap<RoleName, readonly string[]>
  readonly rules: VisitType['rules']
  /** As they were: what is not asked for here is kept. */
  readonly roles: readonly RoleNeed[]
}

export interface VisitTypeFaults {
  readonly names: boolean
  readonly duration: boolean
  readonly noRole: boolean
  /** The roles that are needed but have no candidate. */
  readonly empty: readonly RoleName[]
}

const blank: Omit<VisitTypeDraft, 'candidates'> = {
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
  rules: {},
  roles: [],
}

export function draftOf(visitType: VisitType | null): VisitTypeDraft {
  if (visitType === null) return { ...blank, candidates: new Map([['clinician', []]]) }
  const { prep, prepEs, roles } = visitType
  const candidates = new Map(roles.map((need) => [need.role, need.candidates]))
  return { ...visitType, prep: prep ?? '', prepEs: prepEs ?? '', candidates }
}

export function faultsOf(draft: VisitTypeDraft): VisitTypeFaults {
  const { name, nameEs, durationMinutes, candidates } = draft
  return {
    names: name.trim() === '' || nameEs.trim() === '',
    duration: durationMinutes === null || durationMinutes < 5 || durationMinutes > 600,
    noRole: candidates.size === 0,
    empty: [...candidates].flatMap(([role, chosen]) => (chosen.length === 0 && !asks(draft, role) ? [role] : [])),
  }
}

function asks(draft: VisitTypeDraft, role: RoleName): boolean {
  return (draft.roles.find((one) => one.role === role)?.requires ?? []).length > 0
}

function isSpecial({ role }: RoleNeed): boolean {
  return needs.every((need) => need.role !== role)
}

function given(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

/** What the server takes; null while something has to be mended. */
export function bodyOf(draft: VisitTypeDraft): Body<typeof practice.addVisitType> | null {
  const faults = faultsOf(draft)
  const { durationMinutes, candidates } = draft
  if (faults.names || faults.duration || faults.noRole || faults.empty.length > 0 || durationMinutes === null)
    return null
  return {
    name: draft.name.trim(),
    nameEs: draft.nameEs.trim(),
    durationMinutes,
    bufferAfterMinutes: draft.bufferAfterMinutes ?? 0,
    forNewPatients: draft.forNewPatients,
    telehealth: draft.telehealth,
    copayCents: draft.copayCents,
    tone: draft.tone,
    prep: given(draft.prep),
    prepEs: given(draft.prepEs),
    active: draft.active,
    rules: draft.rules,
    roles: [...needs, ...draft.roles.filter(isSpecial)].flatMap(({ role, kind }) => {
      const chosen = candidates.get(role)
      const before = draft.roles.find((one) => one.role === role)
      return chosen ? [{ ...before, role, kind, candidates: [...chosen] }] : []
    }),
  }
}
