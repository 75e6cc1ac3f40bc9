import type { DayPart } from './opening.ts'
import type { Assignment } from './visit-type.ts'

/** 0 can wait, 1 soon, 2 this week, 3 today. */
export type Urgency = 0 | 1 | 2 | 3

/** Where a visit stood before it had to move. Epoch milliseconds. */
export type RepairPlace = {
  readonly start: number
  /** End of the visit, without its buffer. */
  readonly end: number
  readonly assignments: readonly Assignment[]
}

/** A place a visit may move to. Everything but the other visits of the same repair has been looked at already. */
export type RepairOption = RepairPlace & {
  /** With the clinician it had; true as well where the visit needs none. */
  readonly isSameClinician: boolean
  /** By the clock on the wall of the site. */
  readonly dayPart: DayPart
  /** Civil days of the site between the old date and this one; negative when it is earlier. */
  readonly days: number
}

export type RepairVisit = RepairPlace & {
  readonly id: string
  readonly patientId: string
  readonly urgency: Urgency
  readonly dayPart: DayPart
  readonly options: readonly RepairOption[]
}

/** Why a visit goes where it goes and what that costs, as data; the screen has the words. */
export type RepairReason =
  | { readonly code: 'time-kept' | 'same-clinician' | 'nothing-free' | 'chain-gap'; readonly points: number }
  | { readonly code: 'moved' | 'other-clinician' | 'other-resource' | 'other-day-part'; readonly points: number }
  /** Signed: negative is earlier. */
  | { readonly code: 'minutes'; readonly minutes: number; readonly points: number }
  | { readonly code: 'days'; readonly days: number; readonly points: number }

export type RepairPlacement = {
  readonly visitId: string
  /** Null: no place was found. */
  readonly option: RepairOption | null
  readonly cost: number
  readonly why: readonly RepairReason[]
}

/** Every visit once, in the order they came in. */
export type RepairPlan = {
  readonly placements: readonly RepairPlacement[]
  readonly cost: number
  /** Whether no plan from these options costs less. */
  readonly isOptimal: boolean
}
