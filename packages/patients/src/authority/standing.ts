import { ageAt } from '../age.ts'
import { type AuthorityKind, type AuthorityScope, coveredBy, kindRules } from './kinds.ts'
import type { ConfidentialService, MinorAnswer } from './minor-rule.ts'

/** Why nothing may be told to somebody, whatever their authority says. */
export const barReasons = ['patient-asked', 'court-order', 'endangers'] as const
export type BarReason = (typeof barReasons)[number]

export interface Authority {
  readonly id: string
  readonly kind: AuthorityKind
  /** Empty: everything that its kind can cover. */
  readonly scopes: readonly AuthorityScope[]
  /** Civil dates; the end is the last day. */
  readonly periodStart: string
  readonly periodEnd: string | null
  /** Whether the document behind it is on file. */
  readonly isShown: boolean
}

export interface Relative {
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly barred: BarReason | null
  readonly authorities: readonly Authority[]
}

export interface PatientFacts {
  /** FHIR date. */
  readonly birthDate: string
  readonly emancipatedOn: string | null
  readonly deceased: boolean
}

/** The civil date where the patient is seen, and what holds for minors there. */
export interface Setting {
  readonly today: string
  readonly minors: MinorAnswer
}

export type Lapse = 'not-begun' | 'ended' | 'of-age' | 'emancipated' | 'died' | 'barred'

export interface AuthorityToday {
  readonly id: string
  readonly kind: AuthorityKind
  /** `not-shown`: it needs a document that is not on file, so that it allows times only. */
  readonly state: 'in-force' | 'not-shown' | Lapse
  /** What it allows today. */
  readonly scopes: readonly AuthorityScope[]
}

export interface Permit {
  readonly scope: AuthorityScope
  /** `ask`: a person decides, as the minor may have asked for this care alone. */
  readonly answer: 'yes' | 'ask'
  /** The authority that allows it. */
  readonly by: string
  readonly kind: AuthorityKind
  readonly source: string
  /** Whether the authority names this scope, and not only by what its kind covers. */
  readonly isListed: boolean
}

export interface Standing {
  readonly permits: ReadonlyMap<AuthorityScope, Permit>
  readonly authorities: readonly AuthorityToday[]
  readonly barred: BarReason | null
}

/** Whole years lived. Of a partial birth date the oldest that the person can be: then nobody is a child for too long. */
export function yearsAt(birthDate: string, today: string): number | null {
  const whole = birthDate.length === 4 ? `${birthDate}-01-01` : birthDate.length === 7 ? `${birthDate}-01` : birthDate
  return ageAt(whole, today)?.years ?? null
}

/** The birthday on which they are of age, by the same reading of partial dates; null where nobody knows it. */
export function ofAgeOn(birthDate: string, majority: number): string | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(birthDate) ?? []
  if (year === undefined) return null
  const on = Number(year) + majority
  const isLeap = on % 4 === 0 && (on % 100 !== 0 || on % 400 === 0)
  return month === '02' && day === '29' && !isLeap ? `${on}-03-01` : `${on}-${month}-${day}`
}

/** Whether somebody else decides for this person by their age alone. Whose age nobody knows is taken for grown up. */
export function isMinor({ birthDate, emancipatedOn }: PatientFacts, { today, minors }: Setting): boolean {
  if (emancipatedOn !== null && emancipatedOn <= today) return false
  const years = yearsAt(birthDate, today)
  return years !== null && years < minors.majority
}

function lapseOf(relative: Relative, authority: Authority, patient: PatientFacts, setting: Setting): Lapse | null {
  const { today } = setting
  const { ends } = kindRules[authority.kind]
  const starts = [authority.periodStart, relative.periodStart].filter((date) => date !== null)
  const lasts = [authority.periodEnd, relative.periodEnd].filter((date) => date !== null)
  // What a court or the patient ruled out, and what would endanger them: 45 CFR 164.502(g)(5), 164.522(a), 164.510(b).
  if (relative.barred !== null) return 'barred'
  if (starts.some((date) => date > today)) return 'not-begun'
  if (lasts.some((date) => date < today)) return 'ended'
  if (patient.deceased && ends.includes('death')) return 'died'
  // A parent speaks for a minor; for whom state law holds to be grown up, the parent does not (164.502(g)(3)).
  if (ends.includes('majority') && !isMinor(patient, setting))
    return patient.emancipatedOn !== null && patient.emancipatedOn <= today ? 'emancipated' : 'of-age'
  return null
}

function todayOf(relative: Relative, authority: Authority, patient: PatientFacts, setting: Setting): AuthorityToday {
  const { id, kind } = authority
  const lapse = lapseOf(relative, authority, patient, setting)
  if (lapse !== null) return { id, kind, state: lapse, scopes: [] }
  const scopes = coveredBy(kind, authority.scopes)
  if (kindRules[kind].needsProof && !authority.isShown)
    return { id, kind, state: 'not-shown', scopes: scopes.filter((scope) => scope === 'schedule') }
  return { id, kind, state: 'in-force', scopes }
}

const careItself: ReadonlySet<AuthorityScope> = new Set(['clinical', 'documents', 'decide'])

/**
 * Where a minor of this age may consent to any care alone, the parent is not the representative for the care so asked for
 * (164.502(g)(3)(i)(A)), and nobody at the desk can see which that was.
 */
function isForPerson(kind: AuthorityKind, scope: AuthorityScope, patient: PatientFacts, setting: Setting): boolean {
  const from = setting.minors.anyCareFrom
  if (from === null || !isMinor(patient, setting) || !kindRules[kind].represents || !careItself.has(scope)) return false
  return (yearsAt(patient.birthDate, setting.today) ?? from) >= from
}

/** What somebody may do and be told today, each with the authority that allows it. More authorities never take away. */
export function standingOf(patient: PatientFacts, relative: Relative, setting: Setting): Standing {
  const permits = new Map<AuthorityScope, Permit>()
  const authorities = relative.authorities.map((one) => todayOf(relative, one, patient, setting))
  for (const [at, { id, kind, scopes }] of authorities.entries())
    for (const scope of scopes) {
      const permit: Permit = {
        scope,
        answer: isForPerson(kind, scope, patient, setting) ? 'ask' : 'yes',
        by: id,
        kind,
        source: kindRules[kind].source,
        isListed: relative.authorities[at]?.scopes.includes(scope) ?? false,
      }
      const known = permits.get(scope)
      if (!known || rank(permit) > rank(known)) permits.set(scope, permit)
    }
  return { permits, authorities, barred: relative.barred }
}

function rank({ answer, isListed }: Permit): number {
  return (answer === 'yes' ? 2 : 0) + (isListed ? 1 : 0)
}

/** How far a service is kept from others: not at all, until the patient permits, or as a person decides. */
export type Protection = 'none' | 'permission' | 'ask'

/**
 * 45 CFR 164.502(g)(3): for care to which a minor alone may consent, the minor is the one whose permission counts. Of
 * adults it is their own in any case. Where the state's rule is not known here, a person decides.
 */
export function protectionOf(service: ConfidentialService | null, patient: PatientFacts, setting: Setting): Protection {
  if (service === null) return 'none'
  if (!isMinor(patient, setting)) return 'permission'
  const from = setting.minors.serviceFrom(service)
  if (from === null) return 'ask'
  return (yearsAt(patient.birthDate, setting.today) ?? from) >= from ? 'permission' : 'none'
}
