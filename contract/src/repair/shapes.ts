import { z } from 'zod'
import { assignment } from '../scheduling.ts'
import { id, instant, patientLine } from '../shapes.ts'

const signed = z.int()

/** Why a visit goes where it goes, and the points it costs. Codes; the screen has the words. */
export const repairReason = z.object({
  code: z.enum([
    'time-kept',
    'moved',
    'minutes',
    'days',
    'same-clinician',
    'other-clinician',
    'other-resource',
    'other-day-part',
    'nothing-free',
    /** Nothing is free that holds the gaps to the other visits of its chain. */
    'chain-gap',
  ]),
  points: z.int(),
  /** Negative is earlier. */
  minutes: signed.optional(),
  days: signed.optional(),
})

const repairPlace = z.object({
  start: instant,
  end: instant,
  assignments: z.array(assignment.extend({ name: z.string() })),
})

export const repairDecision = z.enum(['open', 'accepted', 'kept', 'cancelled', 'overtaken'])
/** What happened between the plan and carrying it out. `chain-gap`: it would have torn a chain apart. */
export const overtakenBy = z.enum(['place-taken', 'visit-changed', 'patient-busy', 'rule', 'chain-gap'])
/** Why a visit stays where a repair put it. */
export const staysBecause = z.enum([...overtakenBy.options, 'time-past'])
export const repairAnswer = z.enum(['yes', 'other', 'call', 'by-phone'])

export const repairItem = z.object({
  appointmentId: id,
  patient: patientLine,
  visitTypeId: id,
  /** 0 can wait, 1 soon, 2 this week, 3 today. */
  urgency: z.int().min(0).max(3),
  before: repairPlace,
  /** Null: no place was found. */
  proposal: repairPlace.nullable(),
  /** Of the proposal; what is wrong where there is none. */
  why: z.array(repairReason),
  cost: z.int(),
  decision: repairDecision,
  /** Of the last time it was overtaken; null where a person has decided since. */
  overtakenBy: overtakenBy.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** When the visit was moved or cancelled in fact. */
  appliedAt: instant.nullable(),
  /** Whether a message can reach the patient, and whether there is a number to call. */
  hasEmail: z.boolean(),
  hasPhone: z.boolean(),
  toldAt: instant.nullable(),
  answer: repairAnswer.nullable(),
  answeredAt: instant.nullable(),
  /** When the repair was taken back and the visit got its time again. */
  backAt: instant.nullable(),
  /** Why it did not, when that was asked for. */
  staysBecause: staysBecause.nullable(),
})

const named = z.object({ role: z.string(), resourceId: id, name: z.string() })

/** Somebody who has a seat in a group that got another time, and was told so. */
const toldSeat = z.object({
  appointmentId: id,
  patient: patientLine,
  hasEmail: z.boolean(),
  hasPhone: z.boolean(),
  toldAt: instant,
  answer: repairAnswer.nullable(),
  answeredAt: instant.nullable(),
})

/** A group that was given to somebody else or to another time, and what came of it when the repair was taken back. */
const givenGroup = z.object({
  id,
  visitTypeId: id,
  /** When it is, was before the repair, and was put by it; all the same where only who leads it or its room is another. */
  start: instant,
  beforeStart: instant,
  givenStart: instant,
  /** Who had it and where, and who has it now. */
  before: z.array(named),
  now: z.array(named),
  backAt: instant.nullable(),
  staysBecause: staysBecause.nullable(),
  /** Whoever was told that it is at another time; nobody where it kept its own. */
  told: z.array(toldSeat),
})

/** Another time at which a group could be held with everybody who has a seat. */
export const groupPlace = z.object({
  start: instant,
  end: instant,
  assignments: z.array(named),
  why: z.array(repairReason),
  cost: z.int(),
})

const repairGroup = z.object({
  id,
  version: z.int(),
  visitTypeId: id,
  start: instant,
  end: instant,
  seats: z.int(),
  assignments: z.array(named),
  /** Whoever has a seat, by seat. */
  people: z.array(z.object({ appointmentId: id, patient: patientLine, hasEmail: z.boolean(), hasPhone: z.boolean() })),
  /** Who could do it at the same time; null where nobody can, or nobody asks who may decide. */
  instead: z.array(named).nullable(),
})

const counts = z.object({
  affected: z.int(),
  /** Nobody has decided yet, or the decision was overtaken. */
  open: z.int(),
  accepted: z.int(),
  moved: z.int(),
  /** Moved or cancelled, and taken back since. */
  back: z.int(),
  /** Of those who were told. */
  unanswered: z.int(),
  /** Group sessions that still need somebody or something that is missing. */
  groups: z.int(),
})

export const repairLine = z.object({
  id,
  siteId: id,
  timeZone: z.string(),
  /** What is missing; at least one. */
  resources: z.array(z.object({ id, name: z.string() })),
  from: instant,
  until: instant,
  /** Null for who neither repairs nor manages schedules. */
  reason: z.string().nullable(),
  /** Never `applied` while a group waits. `closed`: it was taken back. */
  status: z.enum(['proposed', 'applied', 'closed']),
  version: z.int(),
  createdAt: instant,
  createdBy: z.string(),
  counts,
})

export const repairShape = repairLine.extend({
  /** Whether no plan costs less. */
  isOptimal: z.boolean(),
  /** Whether applying it closes the time of the resources; new hours have done so already. */
  closes: z.boolean(),
  cost: z.int(),
  /** Visits of the resources that have begun: nobody moves them, somebody has to speak to the people. */
  here: z.int(),
  /** Group sessions that count on what is missing. Their people have no time of their own; each is decided on whole. */
  groups: z.array(repairGroup),
  /** Those that were given to somebody else, or to another time. Taking back gives all of them back, as far as that can be. */
  given: z.array(givenGroup),
  /** Messages carry a link to answer only where the server knows its own address. */
  linkInMessages: z.boolean(),
  items: z.array(repairItem),
  can: z.object({ decide: z.boolean(), cancel: z.boolean() }),
})

/** What somebody would read; the link to answer stands as dots. */
export const messagePreview = z.object({
  appointmentId: id,
  patient: patientLine,
  /** `none`: nothing changes for the patient, and nothing is sent. */
  news: z.enum(['movedByUs', 'otherPerson', 'cancelled', 'none']),
  language: z.enum(['en', 'es']),
  hasEmail: z.boolean(),
  subject: z.string(),
  text: z.string(),
})

export const ofRepair = z.object({ repairId: id })
export const ofItem = z.object({ repairId: id, appointmentId: id })
export const ofGroup = z.object({ repairId: id, groupSessionId: id })
/** Somebody else decided or applied meanwhile; look again. */
export const changed = z.object({ version: z.int() })
/** Nobody is missing any more: nothing is decided or carried out. */
export const takenBack = z.object({})
