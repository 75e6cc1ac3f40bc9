import type { CallInput, practice, Refusal, Reply, scheduling, patients } from '@foyer/contract'

export type Day = Reply<typeof scheduling.readDay>
/** A day in numbers, without who comes. */
export type DayTotals = Reply<typeof scheduling.readDays>['days'][number]
export type DayResource = Day['resources'][number]
export type DaySession = DayResource['sessions'][number]
export type DayGroup = Day['groups'][number]
export type DayAppointment = Day['appointments'][number]
export type Appointment = Reply<typeof scheduling.readAppointment>
export type OpeningsAnswer = Reply<typeof scheduling.findOpenings>
export type ChainsQuestion = CallInput<typeof scheduling.findChains>
/** One visit of a chain, as it was asked for and as it was found. */
export type Leg = ChainsQuestion['legs'][number] & { readonly opening: OpeningsAnswer['openings'][number] }
/** Where it is a chain it lasts from the first leg to the last, and takes the people and places of all. */
export type Opening = OpeningsAnswer['openings'][number] & {
  readonly legs?: readonly Leg[]
  /** Minutes between the legs. */
  readonly waits?: readonly number[]
  readonly walkMinutes?: number
  /** Where it is, when that is not the site that was asked for. */
  readonly siteId?: string | undefined
  /** Offered in place of one that was taken, though it is not within the wish. */
  readonly outsideWish?: boolean | undefined
}
export type Failing = { readonly leg: number; readonly visitTypeId: string; readonly nearest: Opening | null }
export type Near = Omit<OpeningsAnswer['near'][number], 'opening'> & { readonly opening: Opening }
export type OpeningReason = Opening['reasons'][number]
export type Assignment = Opening['assignments'][number]
export type Hold = Reply<typeof scheduling.holdOpening>
export type OpeningsQuestion = CallInput<typeof scheduling.findOpenings>
export type Practice = Reply<typeof practice.readPractice>
export type VisitType = Practice['visitTypes'][number]
export type Resource = Practice['resources'][number]
export type FoundPerson = Reply<typeof patients.searchPatients>['patients'][number]
export type ResourceKind = DayResource['kind']
export type SchedulingRefusal =
  | Refusal<typeof scheduling.findOpenings>
  | Refusal<typeof scheduling.openingAt>
  | Refusal<typeof scheduling.holdOpening>
  | Refusal<typeof scheduling.bookAppointment>
  | Refusal<typeof scheduling.moveAppointment>
  | Refusal<typeof scheduling.cancelAppointment>
  | Refusal<typeof scheduling.findChains>
  | Refusal<typeof scheduling.joinGroup>

/** A leg of a chain says no; the others are not taken either. */
export type LegRefusal = Extract<Refusal<typeof scheduling.bookChain>, { reason: 'leg-not-possible' }>
export type SeriesQuestion = CallInput<typeof scheduling.planSeries>
export type SeriesBooked = Reply<typeof scheduling.bookSeries>
export type Overrides = NonNullable<CallInput<typeof scheduling.bookAppointment>['overrides']>
export type RuleCode = Overrides['rules'][number]

/** What says no to an opening where whoever looks may set it aside. */
export type Overriding = { readonly opening: Opening; readonly rules: readonly RuleCode[] }

/** Who a visit is for, as far as the finder needs to know. */
export type Person = {
  readonly id: string
  readonly name: FoundPerson['name']
  readonly birthDate: string
  readonly mrn: string
  readonly language: string
  readonly interpreterNeeded: boolean
}

/** One opening is another one if it begins at the same time with the same people and places. */
export function openingKey(opening: Pick<Opening, 'start' | 'assignments'>): string {
  return [opening.start, ...opening.assignments.map((one) => one.resourceId).sort()].join(' ')
}
