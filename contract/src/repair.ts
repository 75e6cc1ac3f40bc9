import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { assignment } from './scheduling.ts'
import { date, id, instant, patientLine, text } from './shapes.ts'

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

/** A group that was given to somebody else, and what came of it when the repair was taken back. */
const givenGroup = z.object({
  id,
  visitTypeId: id,
  start: instant,
  /** Who had it and where, and who has it now. */
  before: z.array(z.object({ role: z.string(), resourceId: id, name: z.string() })),
  now: z.array(z.object({ role: z.string(), resourceId: id, name: z.string() })),
  backAt: instant.nullable(),
  staysBecause: staysBecause.nullable(),
})

const repairGroup = z.object({
  id,
  version: z.int(),
  visitTypeId: id,
  start: instant,
  end: instant,
  seats: z.int(),
  assignments: z.array(z.object({ role: z.string(), resourceId: id, name: z.string() })),
  /** Whoever has a seat, by seat. */
  people: z.array(z.object({ appointmentId: id, patient: patientLine, hasEmail: z.boolean(), hasPhone: z.boolean() })),
  /** Who could do it at the same time; null where nobody can, or nobody asks who may decide. */
  instead: z.array(z.object({ role: z.string(), resourceId: id, name: z.string() })).nullable(),
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

const repairLine = z.object({
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
  /** Those that were given to somebody else. Taking back gives all of them back, as far as that can be. */
  given: z.array(givenGroup),
  /** Messages carry a link to answer only where the server knows its own address. */
  linkInMessages: z.boolean(),
  items: z.array(repairItem),
  can: z.object({ decide: z.boolean(), cancel: z.boolean() }),
})

const ofRepair = z.object({ repairId: id })
const ofItem = z.object({ repairId: id, appointmentId: id })
/** Somebody else decided or applied meanwhile; look again. */
const changed = z.object({ version: z.int() })
/** Nobody is missing any more: nothing is decided or carried out. */
const takenBack = z.object({})

export const proposeRepair = endpoint({
  method: 'POST',
  path: '/api/repairs',
  summary: 'Resources cannot be there: who is affected, and a whole new plan that moves the fewest people the least',
  access: 'appointment.move',
  audit: 'repair.propose',
  body: z.object({
    /** All that is missing in that time: nothing of it is in the plan. */
    resourceIds: z.array(id).min(1).max(20),
    /** Instants, or dates of the site of the first resource; a date as `until` is included. */
    from: z.union([instant, date]),
    until: z.union([instant, date]),
    reason: text(200),
    /** Only these visits: new hours left them outside. Then the time is not closed, the hours say so already. */
    appointmentIds: z.array(id).min(1).max(200).optional(),
  }),
  reply: repairShape,
  refusals: {
    'dates-backwards': z.object({}),
    'time-past': z.object({}),
    'too-long': z.object({ mostDays: z.int() }),
    'nobody-affected': z.object({ here: z.int() }),
    'too-many-visits': z.object({ most: z.int(), count: z.int() }),
  },
})

export const listRepairs = endpoint({
  method: 'GET',
  path: '/api/repairs',
  summary: 'Repairs of the last weeks, newest first',
  access: 'schedule.read',
  audit: null,
  reply: z.object({ repairs: z.array(repairLine) }),
})

export const readRepair = endpoint({
  method: 'GET',
  path: '/api/repairs/:repairId',
  summary: 'One repair: affected visits, the proposal for each, what was decided, who has answered',
  access: 'schedule.read',
  audit: 'repair.read',
  params: ofRepair,
  reply: repairShape,
})

export const reproposeRepair = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/propose',
  summary: 'Plan anew what is open or was overtaken; what was decided stays',
  access: 'appointment.move',
  audit: 'repair.propose',
  params: ofRepair,
  body: z.object({
    version: z.int(),
    /** How urgent visits are, where somebody knows better. */
    urgencies: z
      .array(z.object({ appointmentId: id, urgency: z.int().min(0).max(3) }))
      .max(200)
      .default([]),
  }),
  reply: repairShape,
  refusals: { 'changed-meanwhile': changed, 'time-past': z.object({}), 'taken-back': takenBack },
})

export const decideRepairItem = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/items/:appointmentId/decide',
  summary: 'Accept the new place of one visit, keep it as it is, cancel it with a reason, or take that back',
  access: 'appointment.move',
  audit: 'repair.decide',
  params: ofItem,
  body: z.object({
    decision: repairDecision.exclude(['overtaken']),
    reason: text(200).nullable().default(null),
  }),
  reply: repairShape,
  refusals: {
    'no-proposal': z.object({}),
    'already-applied': z.object({}),
    'reason-missing': z.object({}),
    'taken-back': takenBack,
  },
})

export const acceptRepair = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/accept',
  summary: 'Accept every proposal that nobody has decided on',
  access: 'appointment.move',
  audit: 'repair.decide',
  params: ofRepair,
  body: z.object({ version: z.int() }),
  reply: repairShape,
  refusals: { 'changed-meanwhile': changed, 'taken-back': takenBack },
})

export const applyRepair = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/apply',
  summary: 'Close the time, move and cancel what was decided, each visit for itself, and write to the patients',
  access: 'appointment.move',
  audit: 'repair.apply',
  params: ofRepair,
  body: z.object({ version: z.int() }),
  reply: repairShape.extend({ overtaken: z.int() }),
  refusals: { 'changed-meanwhile': changed, 'nothing-decided': z.object({}), 'taken-back': takenBack },
})

export const takeBackRepair = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/take-back',
  summary:
    'Nobody is missing after all: open the time again, give visits back the time they had, and write to the patients',
  access: 'appointment.move',
  audit: 'repair.take-back',
  params: ofRepair,
  body: z.object({
    version: z.int(),
    /** Visits that go back, moved or cancelled ones; the others stay where they are. More can follow later. */
    appointmentIds: z.array(id).max(200),
  }),
  reply: repairShape.extend({
    /** Of those named: how many could not go back. Each says why. */
    stayed: z.int(),
    /** The same of groups that were given to somebody else. */
    groupsStayed: z.int(),
  }),
  refusals: { 'changed-meanwhile': changed },
})

export const reassignRepairGroup = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/groups/:groupSessionId/reassign',
  summary: 'Give a group to somebody else at the same time: its people keep their seats, and nobody is written to',
  access: 'appointment.move',
  audit: 'group.reassign',
  params: z.object({ repairId: id, groupSessionId: id }),
  body: z.object({
    assignments: z.array(assignment.pick({ role: true, resourceId: true })).max(20),
    /** Of the group. */
    version: z.int(),
  }),
  reply: repairShape,
  refusals: {
    'changed-meanwhile': changed,
    'opening-taken': z.object({}),
    /** A rule says no by now. */
    'no-longer-possible': z.object({}),
  },
})

export const noteRepairAnswer = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/items/:appointmentId/answer',
  summary: 'The patient was reached by phone',
  access: 'appointment.move',
  audit: 'repair.answer',
  params: ofItem,
  body: z.object({ answer: z.literal('by-phone') }),
  reply: repairShape,
  refusals: { 'not-applied': z.object({}) },
})

export const previewRepairMessages = endpoint({
  method: 'GET',
  path: '/api/repairs/:repairId/messages',
  summary: 'What each patient would read, word by word; the link to answer stands as dots',
  access: 'schedule.read',
  audit: 'repair.read',
  params: ofRepair,
  reply: z.object({
    messages: z.array(
      z.object({
        appointmentId: id,
        patient: patientLine,
        /** `none`: nothing changes for the patient, and nothing is sent. */
        news: z.enum(['movedByUs', 'otherPerson', 'cancelled', 'none']),
        language: z.enum(['en', 'es']),
        hasEmail: z.boolean(),
        subject: z.string(),
        text: z.string(),
      }),
    ),
  }),
})

/** What somebody who holds the link of a message sees: when and where, and nothing about health. */
const publicVisit = z.object({
  practice: z.string(),
  site: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  timeZone: z.string(),
  start: instant,
  before: instant,
  telehealth: z.boolean(),
  /** False when it was cancelled or is over: nothing is asked any more. */
  isOpen: z.boolean(),
  answer: repairAnswer.nullable(),
  language: z.enum(['en', 'es']),
})

/** The secret of a link. It stands behind the # of the page and in the body here: addresses are written into logs. */
const ofToken = { token: z.string().min(20).max(200) }

export const readAnswer = endpoint({
  method: 'POST',
  path: '/api/answers/read',
  summary: 'The moved visit a link stands for',
  access: 'public',
  audit: 'repair.answer',
  perMinute: 30,
  body: z.object(ofToken),
  reply: publicVisit,
})

export const giveAnswer = endpoint({
  method: 'POST',
  path: '/api/answers',
  summary: 'The patient answers: the new time is good, another is needed, or please call',
  access: 'public',
  audit: 'repair.answer',
  perMinute: 30,
  body: z.object({ ...ofToken, answer: repairAnswer.exclude(['by-phone']) }),
  reply: publicVisit,
  refusals: { 'not-open': z.object({}) },
})
