import { type Having, mayFill } from './attributes.ts'
import type { ResourceKind, RoleName, VisitTypeRule } from './visit-type.ts'

/** A resource as the practice set it up. */
export type SetUpResource = Having & {
  readonly id: string
  readonly kind: ResourceKind
  readonly siteId: string
  readonly active: boolean
}

/** Whom a role asks for. No candidates means every resource of the kind that has what `requires` asks for. */
export type SetUpRole = {
  readonly role: RoleName
  readonly kind: ResourceKind
  readonly candidates: readonly string[]
  readonly requires?: readonly string[]
  /** Name of one of the visit type's phases, from which the role has its time. */
  readonly phase?: string
}

export type SetUpPhase = { readonly name: string; readonly offsetMinutes: number; readonly durationMinutes: number }

/** A visit type as the practice set it up. */
export type SetUpVisitType = Pick<VisitTypeRule, 'id' | 'durationMinutes'> & {
  readonly bufferAfterMinutes: number
  readonly forNewPatients: boolean
  readonly rules: Pick<
    VisitTypeRule,
    'bufferBeforeMinutes' | 'leadMinutes' | 'horizonDays' | 'gridMinutes' | 'caps' | 'patient' | 'seats'
  > & { readonly phases?: readonly SetUpPhase[] }
  readonly roles: readonly SetUpRole[]
}

type Candidate = Omit<SetUpResource, 'siteId'>

/** What can be booked now. A resource that left or changed its kind stays in the set-up but is not booked any more. */
export function visitTypeRule(visitType: SetUpVisitType, resources: ReadonlyMap<string, Candidate>): VisitTypeRule {
  const {
    phases = [],
    bufferBeforeMinutes,
    leadMinutes,
    horizonDays,
    gridMinutes,
    caps,
    patient,
    seats,
  } = visitType.rules
  return {
    id: visitType.id,
    durationMinutes: visitType.durationMinutes,
    bufferAfterMinutes: visitType.bufferAfterMinutes,
    forNewPatients: visitType.forNewPatients,
    ...(bufferBeforeMinutes !== undefined && { bufferBeforeMinutes }),
    ...(leadMinutes !== undefined && { leadMinutes }),
    ...(horizonDays !== undefined && { horizonDays }),
    ...(gridMinutes !== undefined && { gridMinutes }),
    ...(caps && { caps }),
    ...(patient && { patient }),
    ...(seats !== undefined && { seats }),
    roles: visitType.roles.map((role) => {
      const phase = phases.find(({ name }) => name === role.phase)
      return {
        name: role.role,
        kind: role.kind,
        candidates: candidatesOf(role, resources),
        ...(role.requires && role.requires.length > 0 && { requires: role.requires }),
        ...(phase && {
          phase: phase.name,
          offsetMinutes: phase.offsetMinutes,
          durationMinutes: phase.durationMinutes,
        }),
      }
    }),
  }
}

/** Who can fill a role now. */
export function candidatesOf(role: SetUpRole, resources: ReadonlyMap<string, Candidate>): string[] {
  const named = role.candidates.length > 0 ? role.candidates : [...resources.keys()]
  return named.filter((id) => {
    const resource = resources.get(id)
    return resource !== undefined && mayFill(role, resource)
  })
}

/**
 * What it needs at one site: people, rooms and devices of that site, as far as they are active. An interpreter may be of
 * another site and come by phone or screen.
 */
export function ruleAtSite(
  rule: VisitTypeRule,
  siteId: string,
  resources: ReadonlyMap<string, SetUpResource>,
): VisitTypeRule {
  const serves = (id: string): boolean => {
    const resource = resources.get(id)
    return resource?.active === true && (resource.siteId === siteId || resource.kind === 'interpreter')
  }
  const roles = rule.roles.map((role) => ({ ...role, candidates: role.candidates.filter(serves) }))
  return { ...rule, roles }
}
