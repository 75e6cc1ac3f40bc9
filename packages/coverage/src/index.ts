export type {
  Benefit,
  BenefitKind,
  Contradiction,
  CoverageState,
  Dated,
  Eligibility,
  Gap,
  Insured,
  Network,
  OtherPayer,
  Party,
  Rejection,
  Scope,
} from './benefits/eligibility.ts'
export { type Asked, readEligibilities } from './benefits/read-eligibility.ts'
export type { Pointer } from './pointer.ts'
export { type ReferralSaid, referralsFor } from './benefits/referral.ts'
export { referralSentence } from './sentences/referral-sentence.ts'
export { benefitSentence } from './sentences/benefit-sentence.ts'
export {
  contradictionSentence,
  gapSentence,
  otherPayerSentence,
  rejectionSentence,
  stateSentence,
} from './sentences/other-sentences.ts'
export { patientSentence } from './sentences/patient-sentence.ts'
export { type ElementWords, segmentWords } from './sentences/segment-words.ts'
export { type Language, serviceName } from './sentences/words.ts'
export type { Accumulator } from './benefits/accumulator.ts'
export type { Said } from './benefits/said.ts'
export { visitBenefits, type VisitAsked, type VisitBenefits } from './benefits/visit-benefits.ts'
export { type Line, type LineKind, owe, type Owed, sumOf } from './owe/owe.ts'
export type { Charge, Discount, Owing } from './owe/owing.ts'
export { oweBetween } from './owe/owe-between.ts'
export { type MissingFact, type Range, type ServiceTerms, type Terms, termsOf } from './owe/terms.ts'
export {
  type EstimateDraft,
  type EstimateItem,
  type EstimateProvider,
  type MissingContent,
  missingContents,
  totalsOf,
} from './estimate/contents.ts'
export {
  addBusinessDays,
  type EstimateCause,
  type EstimateDuty,
  estimateDuty,
  isBusinessDay,
  type IsBusinessDay,
  isDisputable,
  isWeekday,
} from './estimate/duty.ts'
export { diagnosisCode, diagnosisCodes } from './estimate/diagnosis.ts'
export { type DutyFacts, type DutyStep, dutyStep } from './estimate/duty-step.ts'
export { type ExpectedCharge, sameCharges } from './estimate/same-charges.ts'
export { shareOut } from './estimate/share-out.ts'
export { requiredStatements } from './estimate/statements.ts'
export { orderOf, type PayingOrder } from './order/order-of.ts'
export type { OrderQuestion, OrderRule, PayerKind, PayingFor, Policy } from './order/policy.ts'
export { activeOn } from './price/active-on.ts'
export type { Cover, LeftOut, MissingInPrice, Price, PriceFacts, PriceGap, PriceList, Service } from './price/facts.ts'
export { discountOf } from './price/alone.ts'
export { contractOf } from './price/contract-of.ts'
export { feeOf } from './price/fee-of.ts'
export { networkOf } from './price/network-of.ts'
export { priceOf } from './price/price-of.ts'
export { expectedCharges } from './price/expected-charges.ts'
export { insures, partOf } from './order/insures.ts'
export { leftOutOf } from './price/cover-terms.ts'
export { type CardFacts, type CardState, cardState } from './card/card-state.ts'
export { type CopaySaid, copaySaid } from './card/copay-said.ts'
export { type AnswerOutcome, mayAnswerLater, outcomeOf } from './card/outcome.ts'
export { type AnswerDifferences, answerDifferences } from './differences/answer-differences.ts'
export {
  coveredBy,
  type KnownPayer,
  otherPolicies,
  type OtherPolicy,
  otherPolicyKey,
  payerMeant,
  type RecordedPolicy,
} from './differences/other-policies.ts'
export { primaryCareDifference } from './differences/primary-care.ts'
export { type RecordDifference, type RecordedPerson, recordDifferences } from './differences/record-differences.ts'
export {
  type AskedPerson,
  type MissingForQuestion,
  missingForQuestion,
  type QuestionFacts,
  questionOf,
  type QuestionStamp,
} from './question/question.ts'
export { type AnsweredSet, type Answers, readAnswers } from './question/read-answers.ts'
export { DISCOVER_AGAIN_DAYS, isToDiscover } from './card/discovery.ts'
export {
  type AskedOfVisit,
  isToAsk,
  type PolicyVerification,
  type Verification,
  verificationOf,
  visitVerification,
} from './card/verification.ts'
export { isNpi } from './directory/npi.ts'
export { isServiceType, serviceTypeCodes } from './directory/service-types.ts'
export { type Fee, type FeeFault, type FeeFile, type FeeFileFault, readFeeFile } from './fees/fee-file.ts'
export { centsOf } from './fees/values.ts'
export { mspDueOn } from './msp/due.ts'
export { type EmployerSize, employeesOf, type JobFact, mspFacts, type MspFacts } from './msp/facts.ts'
export type { MspAnswers, MspPerson, MspQuestion, MspQuestionId, MspRule } from './msp/question.ts'
export { mspOption, mspQuestions } from './msp/questions.ts'
export { mspRules } from './msp/rules.ts'
export { answerMsp, mspOptions, type MspVerdict, type MspWalk, walkMsp } from './msp/walk.ts'
