export {
  type ConsentFact,
  type Copay,
  type CopaySaid,
  type CoverageFacts,
  checkInSteps,
  copayDue,
  copayReasons,
  firstToPay,
  type PayerAnswer,
  primaryOn,
  type ReadinessCode,
  type ReadinessItem,
  type ReadinessState,
  readinessCodes,
  readinessStates,
  type VisitFacts,
} from './check-in.ts'
export { inForce, payingOn } from './paying.ts'
