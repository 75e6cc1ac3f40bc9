import type { HoursException, ResourceKind, RoleName, VisitTypeRule, WeeklyHours } from '@foyer/scheduling'

export interface Site {
  readonly id: string
  readonly name: string
  /** IANA name. */
  readonly timeZone: string
  readonly phone: string | null
  readonly address: Address | null
  readonly active: boolean
}

export interface Address {
  readonly line: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
}

export interface PracticeResource {
  readonly id: string
  readonly kind: ResourceKind
  readonly name: string
  readonly siteId: string
  readonly specialty: string | null
  /** BCP 47 tags. */
  readonly languages: readonly string[]
  readonly active: boolean
  /** Minutes since midnight in the zone of the site, sorted by weekday and start. */
  readonly hours: readonly WeeklyHours[]
  readonly exceptions: readonly HoursException[]
}

export interface RoleWish {
  readonly role: RoleName
  readonly kind: ResourceKind
  readonly candidates: readonly string[]
}

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'quiet'

export interface VisitType {
  readonly id: string
  readonly name: string
  readonly nameEs: string
  readonly durationMinutes: number
  readonly bufferAfterMinutes: number
  readonly forNewPatients: boolean
  readonly telehealth: boolean
  /** US cents; null where nothing is due at the desk. */
  readonly copayCents: number | null
  readonly tone: Tone
  readonly prep: string | null
  readonly prepEs: string | null
  readonly active: boolean
  /** As the practice set it up. */
  readonly roles: readonly RoleWish[]
  /** What can be booked now: only candidates that are active and of the right kind. */
  readonly rule: VisitTypeRule
}

export interface Payer {
  readonly id: string
  readonly name: string
  /** The payer's number in claims; null where it is not known. */
  readonly payerId: string | null
}

/** What changes slowly about an organization. Iterates by name. */
export interface Practice {
  readonly sites: ReadonlyMap<string, Site>
  readonly resources: ReadonlyMap<string, PracticeResource>
  readonly visitTypes: ReadonlyMap<string, VisitType>
  readonly payers: ReadonlyMap<string, Payer>
}

/** A resource that left or changed its kind stays in the set-up but is not booked any more. */
export function ruleOf(
  visitType: Omit<VisitType, 'rule'>,
  resources: ReadonlyMap<string, Pick<PracticeResource, 'kind' | 'active'>>,
): VisitTypeRule {
  return {
    id: visitType.id,
    durationMinutes: visitType.durationMinutes,
    bufferAfterMinutes: visitType.bufferAfterMinutes,
    roles: visitType.roles.map(({ role, kind, candidates }) => ({
      name: role,
      kind,
      candidates: candidates.filter((id) => {
        const resource = resources.get(id)
        return resource?.active === true && resource.kind === kind
      }),
    })),
  }
}
