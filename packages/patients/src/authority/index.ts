export { keptFromPlan, type PlanRestriction } from './plan-restriction.ts'
export {
  type Addressing,
  type AddressFacts,
  addressEmail,
  type ConfidentialContact,
  type ContactWay,
  contactWays,
  isSameWish,
  type OwnAddress,
  type Reader,
  type Recipient,
  type Unreachable,
} from './addressing.ts'
export {
  type AuthorityKind,
  authorityKinds,
  type AuthorityScope,
  authorityScopes,
  coveredBy,
  type KindRule,
  kindRules,
} from './kinds.ts'
export {
  levelOf,
  type Matter,
  mayTell,
  type StandingLevel,
  standingLevels,
  type TellReason,
  type Told,
} from './may-tell.ts'
export {
  type AgeRule,
  answerOf,
  type ConfidentialService,
  confidentialServices,
  type MinorAnswer,
  type MinorRule,
} from './minor-rule.ts'
export { minorRuleOf, minorRules } from './minor-rules.ts'
export { type ByHand, reachByHand } from './reach-by-hand.ts'
export { type OwnContact, type ReachNote, reachNotes } from './reach-notes.ts'
export {
  type Authority,
  type AuthorityToday,
  type BarReason,
  barReasons,
  isMinor,
  type Lapse,
  ofAgeOn,
  type PatientFacts,
  type Permit,
  type Protection,
  protectionOf,
  type Relative,
  type Setting,
  type Standing,
  standingOf,
  yearsAt,
} from './standing.ts'
