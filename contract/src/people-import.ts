import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { done, id, instant, patientLine, text } from './shapes.ts'

/** A file is sent in parts of at most so many bytes, so that a large one needs no large request. */
export const importPartBytes = 180_000
/** The largest file: some million people. */
export const importMostBytes = 400_000_000

export const importField = z.enum([
  'fullName',
  'given',
  'middle',
  'family',
  'preferred',
  'prefix',
  'suffix',
  'formerFamily',
  'birthDate',
  'sex',
  'language',
  'phone',
  'mobilePhone',
  'homePhone',
  'workPhone',
  'email',
  'addressLine',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'mrn',
  'identifier',
  'payerName',
  'planName',
  'memberId',
  'groupNumber',
  'subscriberName',
])

export const importState = z.enum([
  'uploading',
  'mapping',
  'checking',
  'checked',
  'running',
  'done',
  'undoing',
  'undone',
  'cancelled',
  'failed',
])
export const importOutcome = z.enum(['created', 'matched', 'asked', 'bad'])

/** Why a row is bad, or which value of it was left out. */
export const importProblem = z.enum([
  'row-width',
  'row-unreadable',
  'name-missing',
  'birth-date-missing',
  'birth-date-unreadable',
  'birth-date-impossible',
  'birth-date-ahead',
  'too-long',
  'nul-character',
  'phone-unreadable',
  'email-unreadable',
  'sex-unknown',
  'language-unknown',
  'payer-missing',
  'identifier-taken',
])

const mapping = z.object({
  /** One for each column of the file, in its order. */
  columns: z.array(importField.nullable()).max(500),
  dateOrder: z.enum(['month-first', 'day-first']),
  nameOrder: z.enum(['given-first', 'family-first']),
})

const counts = z.object({ created: z.int(), matched: z.int(), asked: z.int(), bad: z.int(), noted: z.int() })

const runLine = z.object({
  id,
  fileName: z.string(),
  state: importState,
  /** Rows of people in the file. */
  rows: z.int(),
  counts,
  startedAt: instant,
  startedBy: z.string(),
  finishedAt: instant.nullable(),
})

const run = runLine.extend({
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  header: z.array(z.string()),
  mapping,
  /** Where the file's own numbers come from, in the practice's words. */
  identifierSystem: z.string(),
  /** People of whom a person is to say whether they are here already: made all the same, or held back. */
  asked: z.enum(['create', 'hold']),
  /** By column: the order in which days and months stand there; null where there are no dates. */
  dateOrders: z.array(z.enum(['month-first', 'day-first']).nullable()),
  /** First rows as they are; empty when the file is gone. */
  sample: z.array(z.array(z.string())),
  /** Rows that the work at hand is done with. */
  progress: z.int(),
  /** Stopped before the end of the file. */
  isCut: z.boolean(),
  /** What taking back came to. */
  undo: z.object({ removed: z.int(), restored: z.int(), kept: z.int() }),
})

const lacks = z.object({ missing: z.array(z.enum(['name', 'birthDate', 'twice'])) })
const runId = z.object({ runId: id })
const wrongState = z.object({ state: importState })

export const listImports = endpoint({
  method: 'GET',
  path: '/api/people-imports',
  summary: 'Files of people that were brought in, the newest first',
  access: 'patient.import',
  audit: null,
  reply: z.object({ runs: z.array(runLine) }),
})

export const beginImport = endpoint({
  method: 'POST',
  path: '/api/people-imports',
  summary: 'Begin with a file of people; its parts follow',
  access: 'patient.import',
  audit: 'people-import.begin',
  body: z.object({ fileName: text(200), bytes: z.int().min(1).max(importMostBytes) }),
  reply: z.object({ id }),
})

export const sendImportPart = endpoint({
  method: 'PUT',
  path: '/api/people-imports/:runId/parts/:part',
  summary: 'One part of the file, counted from 0, in base64; the same part again replaces it',
  access: 'patient.import',
  audit: null,
  params: z.object({ runId: id, part: z.coerce.number().int().min(0).max(5000) }),
  body: z.object({ content: z.base64().max(Math.ceil(importPartBytes / 3) * 4) }),
  reply: done,
  refusals: { 'wrong-state': wrongState },
})

export const inspectImport = endpoint({
  method: 'POST',
  path: '/api/people-imports/:runId/inspect',
  summary: 'The file is complete: find out how it is written and what its columns hold',
  access: 'patient.import',
  audit: 'people-import.inspect',
  params: runId,
  reply: done,
  refusals: {
    'wrong-state': wrongState,
    /** Parts are missing, by their number. */
    incomplete: z.object({ missing: z.array(z.int()) }),
    'no-rows': z.object({}),
  },
})

export const readImport = endpoint({
  method: 'GET',
  path: '/api/people-imports/:runId',
  summary: 'One file: how it is read, how far it has come, what became of its rows',
  access: 'patient.import',
  audit: 'people-import.read',
  params: runId,
  reply: run,
})

export const mapImport = endpoint({
  method: 'PUT',
  path: '/api/people-imports/:runId/mapping',
  summary: 'Say what each column holds',
  access: 'patient.import',
  audit: 'people-import.map',
  params: runId,
  body: mapping.extend({ asked: z.enum(['create', 'hold']), identifierSystem: text(80) }),
  reply: done,
  refusals: { 'wrong-state': wrongState, 'mapping-lacks': lacks },
})

export const checkImport = endpoint({
  method: 'POST',
  path: '/api/people-imports/:runId/check',
  summary: 'Dry run: judge every row and write nothing; done in the background',
  access: 'patient.import',
  audit: 'people-import.check',
  params: runId,
  reply: done,
  refusals: { 'wrong-state': wrongState, 'mapping-lacks': lacks },
})

export const runImport = endpoint({
  method: 'POST',
  path: '/api/people-imports/:runId/run',
  summary: 'Bring the people in; done in the background, each row once whatever happens',
  access: 'patient.import',
  audit: 'people-import.run',
  params: runId,
  reply: done,
  refusals: { 'wrong-state': wrongState },
})

export const cancelImport = endpoint({
  method: 'POST',
  path: '/api/people-imports/:runId/cancel',
  summary: 'Stop: what is in stays until it is taken back; a file not yet brought in is thrown away',
  access: 'patient.import',
  audit: 'people-import.cancel',
  params: runId,
  reply: done,
  refusals: { 'wrong-state': wrongState },
})

export const undoImport = endpoint({
  method: 'POST',
  path: '/api/people-imports/:runId/undo',
  summary: 'Take the whole run back, but for people to whom something happened since; done in the background',
  access: 'patient.import',
  audit: 'people-import.undo',
  params: runId,
  reply: done,
  refusals: { 'wrong-state': wrongState },
})

export const listImportRows = endpoint({
  method: 'GET',
  path: '/api/people-imports/:runId/rows',
  summary: 'What became of the rows, line by line',
  access: 'patient.import',
  audit: 'people-import.rows',
  params: runId,
  query: z.object({
    which: z.enum(['created', 'matched', 'asked', 'bad', 'noted', 'kept']).default('bad'),
    after: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    rows: z.array(
      z.object({
        line: z.int(),
        outcome: importOutcome,
        problem: importProblem.nullable(),
        /** Name of the column at fault. */
        column: z.string().nullable(),
        notes: z.array(z.object({ problem: importProblem, column: z.string().nullable() })),
        sameAsLine: z.int().nullable(),
        /** The record it went to; null where there is none, or none that the caller may see. */
        patient: patientLine.nullable(),
        /** The record that it is, or may be. */
        other: patientLine.nullable(),
        /** `removed`, `restored`, or why it stays. */
        undone: z.string().nullable(),
      }),
    ),
    /** The line to go on after; null at the end. */
    next: z.int().nullable(),
  }),
})

export const printImportReport = endpoint({
  method: 'GET',
  path: '/api/people-imports/:runId/report',
  summary: 'The same of all rows as a CSV file',
  access: 'patient.import',
  audit: 'people-import.report',
  params: runId,
  query: z.object({ language: z.enum(['en', 'es']).default('en') }),
  media: 'text/csv',
  reply: z.unknown(),
})
