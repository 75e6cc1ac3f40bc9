export {
  AvailabilityIndex,
  type Busy,
  createIndex,
  type ResourceSetup,
} from './availability/availability-index.ts'
export { attributeOf, attributesOf, languageOf, mayFill, speaks } from './attributes.ts'
export { keptLength, type LengthNotPossible, possibleLength, shortestOf } from './length.ts'
export { tickMinutes } from './availability/ticks.ts'
export { type AllowedPlan, type BookingPlan, planBooking, planSeat, type SeatPlan } from './booking.ts'
export { type CalendarEvent, type CalendarFile, calendarFile } from './icalendar/calendar-file.ts'
export {
  type CancellationFacts,
  cancellationFacts,
  type CancellationReason,
  cancellationReasons,
  type CancelledBy,
  lastMoment,
  type Notice,
  noticeKinds,
  noticeOf,
} from './cancellation.ts'
export { breaksToGive } from './given-breaks.ts'
export { contains, type Interval, intersect, merge, overlaps, subtract } from './interval.ts'
export { datesBetween, instantOf, type LocalDay, localDay, localDays, type Stretch } from './local-day.ts'
export {
  type Block,
  type DayCounters,
  type DayPart,
  dayPartOf,
  type GroupSession,
  type Ignored,
  type NearMiss,
  type Opening,
  type OpeningRequest,
  type OpeningsAnswer,
  type Reason,
  type RuledOut,
} from './opening.ts'
export { type AllOpenings, allOpenings, countOpenings } from './search/all.ts'
export { findOpenings, isFew, laterOpening } from './openings.ts'
export { type NotAt, openingAt } from './opening-at.ts'
export { naiveOpenings } from './openings-naive.ts'
export {
  type AppointmentStatus,
  appointmentStatuses,
  boardColumns,
  canMove,
  type FhirAppointmentStatus,
  type FhirEncounterStatus,
  fhirAppointmentStatus,
  fhirEncounterStatus,
  mainNext,
  nextStatuses,
  type StatusStep,
  undoTarget,
} from './status.ts'
export { daySessions, hoursOn } from './day-sessions.ts'
export { daysToAppointment, thirdNextAvailable, type Wait, type WaitRow } from './measures/access.ts'
export { type Cancellations, cancellations } from './measures/cancellations.ts'
export type { KnownBeside, KnownDay, KnownMoved, KnownPractice, KnownVisit } from './moving/known.ts'
export { type KnownMove, type MovePreview, previewMove, type WantedMove } from './moving/preview-move.ts'
export { definitionWords, type Measure } from './measures/definition-words.ts'
export { type Fill, fillRate, type FillRow, type TemplateUse, templateUse } from './measures/use.ts'
export {
  adviseOverbook,
  type NoShowHistory,
  type NoShowReason,
  type NoShowWeight,
  noShowWeight,
  type OverbookAdvice,
  type OverbookSession,
} from './no-show-weight.ts'
export {
  bringsInterpreter,
  forLanguage,
  hasInterpreter,
  interpretedLanguage,
  interpretersOf,
  withInterpreter,
} from './rules/interpreter.ts'
export {
  type CapKind,
  type Objection,
  overridable,
  type OverridePermission,
  type RuleCode,
  ruleCodes,
  type RuleEvaluation,
  type RuleFact,
  type Verdict,
} from './rules/rule.ts'
export type { BookRefusal } from './rules/verdict.ts'
export { payersOn } from './rules/patient.ts'
export type {
  BookingResource,
  BookingWish,
  CoveredTime,
  DayCounts,
  PatientFacts,
  SeatWish,
  SelfBooking,
  Taken,
} from './rules/wish.ts'
export {
  mostOccurrences,
  type Occurrence,
  occurrencesOf,
  type SeriesException,
  type SeriesRule,
} from './series/occurrences.ts'
export { type PlannedOccurrence, planSeries, type SeriesOptions, type SeriesQuestion } from './series/plan-series.ts'
export {
  candidatesOf,
  ruleAtSite,
  type SetUpPhase,
  type SetUpResource,
  type SetUpRole,
  type SetUpVisitType,
  visitTypeRule,
} from './set-up.ts'
export { openIntervals, openIntervalsOn, releasedAt, type SessionTime, sessionTimes, takes } from './session-times.ts'
export {
  type BookedTime,
  type FallsOutside,
  fallsOutside,
  dependsOn,
  isSameWeeks,
  type KeptTime,
  replaceFrom,
  type Template,
  templateDiff,
} from './template-change.ts'
export { type TemplateProblem, templateProblems } from './template-problems.ts'
export { type HoursException, leave, type Session, type WeeklyHours } from './template.ts'
export {
  type Assignment,
  type Caps,
  type GapRule,
  leadRole,
  type PatientRule,
  type ResourceKind,
  type Role,
  type RoleName,
  roleTime,
  type VisitTypeRule,
} from './visit-type.ts'
export type {
  RepairOption,
  RepairPlace,
  RepairPlacement,
  RepairPlan,
  RepairReason,
  RepairVisit,
  Urgency,
} from './repair.ts'
export { type RepairModel, readRepair, repairModel, repairProgramme, takenColumns, unplaced } from './repair-model.ts'
export { brokenTies, isTied, lastTiedDate, type RepairLeg, type RepairTie, tiedPlaces } from './repair-ties.ts'
export { repairExactly, repairGreedily } from './repair-search.ts'
export { repairVisit, type RepairWish, urgencyByNotice } from './repair-options.ts'
export { type GroupTime, groupTimes, isSameChoice } from './repair-group.ts'
export { unplacedCost } from './repair-cost.ts'
export type { Chain, ChainLeg, ChainOpening, ChainReason, ChainRequest, ChainsAnswer } from './chain/chain.ts'
export { chainGapRule } from './chain/gap-rule.ts'
export type { LegGap } from './chain/leg-gap.ts'
export { findChains } from './chain/find-chains.ts'
