import { lengthOf, roleNameOf, type VisitTypeDraft } from './draft.ts'

export interface VisitTypeFaults {
  readonly names: boolean
  readonly duration: boolean
  readonly noRole: boolean
  /** Phases without a name, with one twice, or without a length. */
  readonly phases: boolean
  /** Roles without a name, or with one twice. */
  readonly roleNames: readonly number[]
  /** The needs for which nobody was chosen and nothing is asked. */
  readonly empty: readonly number[]
}

export function faultsOf(draft: VisitTypeDraft): VisitTypeFaults {
  const { name, nameEs, phases, needs } = draft
  const length = lengthOf(draft)
  const phaseNames = phases.map((one) => one.name.trim())
  const roles = needs.map((one) => roleNameOf(one.role))
  return {
    names: name.trim() === '' || nameEs.trim() === '',
    duration: length === null || length < 5 || length > 600,
    noRole: needs.length === 0,
    phases:
      phaseNames.includes('') ||
      new Set(phaseNames).size < phases.length ||
      phases.some(({ minutes }) => minutes === null || minutes < 5),
    roleNames: needs
      .filter((_, index) => roles[index] === '' || roles.indexOf(roles[index] ?? '') !== index)
      .map(({ key }) => key),
    empty: needs
      .filter(({ mode, candidates, requires }) => (mode === 'named' ? candidates : requires).length === 0)
      .map(({ key }) => key),
  }
}

export function isFine(faults: VisitTypeFaults): boolean {
  const { names, duration, noRole, phases, roleNames, empty } = faults
  return !(names || duration || noRole || phases) && roleNames.length === 0 && empty.length === 0
}
