import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { date, id, instant, patientLine } from './shapes.ts'

export const identityCheck = z.enum(['photo-id', 'known', 'questions', 'signature'])
export const copyForm = z.enum(['pdf', 'fhir'])
export const delivered = z.enum(['hand', 'mail', 'email', 'portal'])
const copyLanguage = z.enum(['en', 'es'])

const accessRequest = z.object({
  id,
  /** Null: the patient asked. */
  relatedPersonId: id.nullable(),
  askedBy: z.string(),
  identityCheck,
  form: copyForm,
  language: copyLanguage,
  requestedOn: date,
  /** Last day on which it may be given: thirty days after it was asked for (45 CFR 164.524(b)(2)). */
  dueOn: date,
  given: z.object({ at: instant, delivered }).nullable(),
})

const params = z.object({ patientId: id })
const requestParams = params.extend({ requestId: id })

export const listAccessRequests = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/access-requests',
  summary: 'Who asked for a copy of this record, until when it is due, what was given',
  access: 'patient.export',
  audit: 'access-request.list',
  params,
  reply: z.object({
    requests: z.array(accessRequest),
    /** Relatives who may have a copy today. */
    mayHave: z.array(z.object({ relatedPersonId: id, name: z.string(), relationship: z.string() })),
  }),
})

/** No names, for a page that many look at. */
export const countDueCopies = endpoint({
  method: 'GET',
  path: '/api/access-requests/due/count',
  summary: 'How many copies of records are still to be given, and how many of them are overdue',
  access: 'patient.export',
  audit: 'access-request.count',
  reply: z.object({ open: z.int(), overdue: z.int(), nextDueOn: date.nullable() }),
})

export const listDueCopies = endpoint({
  method: 'GET',
  path: '/api/access-requests/due',
  summary:
    'Copies of records that are still to be given, the one due soonest first; records shut to the caller left out',
  access: 'patient.export',
  audit: 'access-request.due',
  reply: z.object({
    /** The practice's civil date by which `isOverdue` goes. */
    today: date,
    requests: z.array(
      z.object({
        id,
        /** Who the record is about: two identifiers and no more. */
        patient: patientLine.pick({ id: true, mrn: true, name: true, birthDate: true }),
        /** Who waits for it. */
        askedBy: z.string(),
        form: copyForm,
        requestedOn: date,
        dueOn: date,
        isOverdue: z.boolean(),
      }),
    ),
  }),
})

export const requestAccess = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/access-requests',
  summary: 'Somebody asks for a copy of the record; from today it is due within thirty days',
  access: 'patient.export',
  audit: 'access-request.add',
  params,
  body: z.object({
    relatedPersonId: id.nullable().default(null),
    identityCheck,
    form: copyForm,
    language: copyLanguage,
  }),
  reply: accessRequest,
  refusals: {
    /** Nothing allows this person a copy today. */
    'may-not-have': z.object({ name: z.string() }),
  },
})

export const giveCopy = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/access-requests/:requestId/given',
  summary: 'The copy was given, and how: the duty has ended. To make the file is not to give it',
  access: 'patient.export',
  audit: 'access-request.give',
  params: requestParams,
  body: z.object({ delivered }),
  reply: accessRequest,
  refusals: { 'given-before': z.object({ at: instant }) },
})

export const takeBackGiven = endpoint({
  method: 'DELETE',
  path: '/api/patients/:patientId/access-requests/:requestId/given',
  summary: 'The copy was not given after all: it is due again. Where nothing was given, nothing changes',
  access: 'patient.export',
  audit: 'access-request.reopen',
  params: requestParams,
  reply: accessRequest,
})

const copy = {
  method: 'GET',
  access: 'patient.export',
  audit: 'record.export',
  params: requestParams,
  reply: z.unknown(),
  refusals: { 'may-not-have': z.object({ name: z.string() }) },
} as const

export const readCopyPdf = endpoint({
  ...copy,
  path: '/api/patients/:patientId/access-requests/:requestId/copy.pdf',
  summary: 'The copy to read, in the language that was asked for',
  media: 'application/pdf',
})

export const readCopyFhir = endpoint({
  ...copy,
  path: '/api/patients/:patientId/access-requests/:requestId/copy.json',
  summary: 'The copy as a FHIR R4 bundle',
  media: 'application/fhir+json',
})
