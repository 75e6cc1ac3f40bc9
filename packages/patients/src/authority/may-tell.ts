import { type AuthorityScope, kindRules } from './kinds.ts'
import type { ConfidentialService } from './minor-rule.ts'
import { isMinor, type PatientFacts, type Permit, protectionOf, type Setting, type Standing } from './standing.ts'

/** What somebody asks for. */
export interface Matter {
  readonly scope: AuthorityScope
  /** The confidential service that it is about; null: none. */
  readonly service: ConfidentialService | null
}

export type TellReason =
  | 'allowed'
  | 'barred'
  | 'no-authority'
  /** Some authority stood or will stand for it, but not today. */
  | 'lapsed'
  | 'not-shown'
  | 'confidential'
  /** A person decides: the state's rule is not known here. */
  | 'confidential-ask'
  /** A person decides: a minor of this age may have asked for the care alone. */
  | 'minor-may-consent'

export interface Told {
  readonly answer: 'yes' | 'ask' | 'no'
  readonly reason: TellReason
  readonly permit: Permit | null
}

/** Whether this may be told to, or done by, somebody of this standing. */
export function mayTell(standing: Standing, matter: Matter, patient: PatientFacts, setting: Setting): Told {
  const permit = standing.permits.get(matter.scope) ?? null
  if (permit === null) return { answer: 'no', reason: whyNot(standing), permit }
  const protection = protectionOf(matter.service, patient, setting)
  const isPermitted =
    standing.permits.get('confidential')?.answer === 'yes' || speaksForAdult(standing, matter, patient, setting)
  if (protection !== 'none' && !isPermitted)
    return protection === 'ask'
      ? { answer: 'ask', reason: 'confidential-ask', permit }
      : { answer: 'no', reason: 'confidential', permit }
  if (permit.answer === 'ask') return { answer: 'ask', reason: 'minor-may-consent', permit }
  return { answer: 'yes', reason: 'allowed', permit }
}

/** Who stands in the place of an adult is told what the adult would be (45 CFR 164.502(g)(1)). */
function speaksForAdult(
  { authorities }: Standing,
  { scope }: Matter,
  patient: PatientFacts,
  setting: Setting,
): boolean {
  return (
    !isMinor(patient, setting) &&
    authorities.some(
      ({ kind, state, scopes }) => state === 'in-force' && kindRules[kind].represents && scopes.includes(scope),
    )
  )
}

function whyNot({ barred, authorities }: Standing): TellReason {
  if (barred !== null) return 'barred'
  if (authorities.some(({ state }) => state === 'not-shown')) return 'not-shown'
  if (authorities.length > 0 && authorities.every(({ state }) => state !== 'in-force')) return 'lapsed'
  return 'no-authority'
}

export const standingLevels = ['acts', 'told', 'times', 'billing', 'message', 'nothing'] as const
/** One word for the phone: what they may at most. */
export type StandingLevel = (typeof standingLevels)[number]

export function levelOf({ permits }: Standing): StandingLevel {
  const has = (scope: AuthorityScope): boolean => permits.get(scope)?.answer === 'yes'
  if (has('decide')) return 'acts'
  if (has('clinical')) return 'told'
  if (has('schedule')) return 'times'
  if (has('billing')) return 'billing'
  return has('leave-message') ? 'message' : 'nothing'
}
