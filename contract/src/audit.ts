import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { id, instant } from './shapes.ts'

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  summary: 'The audit trail, newest first: who, what, which patient, why, when; what is asked for holds together',
  access: 'audit.read',
  audit: 'audit.read',
  query: z.object({
    patientId: id.optional(),
    staffId: id.optional(),
    action: z.string().max(60).optional(),
    /** Written from this instant on, and before that one. */
    from: instant.optional(),
    until: instant.optional(),
    /** The last entry of the page before. */
    before: z.coerce.number().int().optional(),
  }),
  reply: z.object({
    entries: z.array(
      z.object({
        id: z.int(),
        at: instant,
        actor: z.string(),
        role: z.string(),
        action: z.string(),
        outcome: z.string(),
        patients: z.array(z.object({ id, name: z.string() })),
        patientCount: z.int(),
        reason: z.string().nullable(),
        sealed: z.boolean(),
      }),
    ),
    before: z.int().nullable(),
  }),
})

export const readSeal = endpoint({
  method: 'GET',
  path: '/api/audit/seal',
  summary: 'Verify the chain of sealed batches now',
  access: 'audit.read',
  audit: 'audit.verify',
  reply: z.object({
    whole: z.boolean(),
    batches: z.int(),
    entries: z.int(),
    unsealed: z.int(),
    head: z.string().nullable(),
    faults: z.array(
      z.object({
        batch: z.int(),
        entry: z.int().nullable(),
        what: z.enum(['changed', 'missing', 'reordered', 'broken-chain', 'foreign']),
      }),
    ),
  }),
})
