export {
  type Copay,
  type CoverageFacts,
  checkInSteps,
  copayDue,
  inForce,
  primaryOn,
  type ReadinessCode,
  type ReadinessItem,
  type ReadinessState,
  readinessCodes,
  readinessStates,
  type VisitFacts,
} from './check-in.ts'
