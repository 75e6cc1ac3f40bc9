import type { Assignment, RepairPlace, RepairReason, Urgency } from '@foyer/scheduling'
import { instantOfMs, msOf } from '../scheduling/index.ts'

/** A place as it is kept in a row: instants as text. */
export interface StoredPlace {
  readonly start: string
  readonly end: string
  readonly assignments: readonly {
    readonly role: string
    readonly resourceId: string
    readonly lane: number
    readonly start: string
    readonly end: string
  }[]
}

/** Where a visit stood when the plan was made. */
export interface StoredBefore extends StoredPlace {
  readonly urgency: Urgency
  /** Of the visit: whoever changes it meanwhile overtakes the plan. */
  readonly version: number
}

export interface StoredProposal extends StoredPlace {
  readonly why: readonly RepairReason[]
  readonly cost: number
}

export function storedPlace({ start, end, assignments }: RepairPlace): StoredPlace {
  return {
    start: instantOfMs(start),
    end: instantOfMs(end),
    assignments: assignments.map((each) => ({
      role: each.role,
      resourceId: each.resourceId,
      lane: each.lane ?? 0,
      start: instantOfMs(each.start),
      end: instantOfMs(each.end),
    })),
  }
}

export function placeOfStored({ start, end, assignments }: StoredPlace): RepairPlace {
  return {
    start: msOf(start),
    end: msOf(end),
    assignments: assignments.map((each): Assignment => ({ ...each, start: msOf(each.start), end: msOf(each.end) })),
  }
}

/** What the patient has to hear: another time, another person, or nothing, where only the room is another. */
export function newsOf(why: readonly RepairReason[]): 'movedByUs' | 'otherPerson' | 'none' {
  if (why.some(({ code }) => code === 'moved')) return 'movedByUs'
  return why.some(({ code }) => code === 'other-clinician') ? 'otherPerson' : 'none'
}
