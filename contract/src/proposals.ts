import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { date, id, instant, patientLine } from './shapes.ts'

/** What an outside feed says of a person where somebody here had the last word. */
const proposal = z.object({
  id,
  /** Names the feed. */
  source: z.string(),
  /** As in the history of a record. */
  field: z.string(),
  /** What stands in the record now, and what the feed says; null is nothing. */
  current: z.string().nullable(),
  proposed: z.string().nullable(),
  /** The policy with another payer that the source tells of, where the field is that. */
  policy: z
    .object({
      payer: z.string(),
      /** What the practice calls the payer that is meant; null: it knew none when it was told. */
      knownAs: z.string().nullable(),
      memberId: z.string().nullable(),
      groupNumber: z.string().nullable(),
      order: z.enum(['primary', 'secondary', 'tertiary', 'unsaid']),
      from: date.nullable(),
      until: date.nullable(),
      holder: z.string().nullable(),
    })
    .nullable(),
  receivedAt: instant,
})

export const listProposals = endpoint({
  method: 'GET',
  path: '/api/proposals',
  summary: 'Changes that outside feeds propose, the oldest first',
  access: 'patient.change',
  audit: 'proposal.list',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({
    /** Of all that are open, also those beyond the limit. */
    total: z.int(),
    proposals: z.array(proposal.extend({ patient: patientLine })),
  }),
})

export const readProposals = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/proposals',
  summary: 'Changes that outside feeds propose for this person',
  access: 'patient.read',
  audit: 'proposal.read',
  params: z.object({ patientId: id }),
  reply: z.object({ proposals: z.array(proposal), can: z.object({ decide: z.boolean() }) }),
})

export const decideProposal = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/proposals/:proposalId',
  summary: 'Take over what a feed proposes, or decline it; what was declined is not proposed again by that feed',
  access: 'patient.change',
  audit: 'proposal.decide',
  params: z.object({ patientId: id, proposalId: id }),
  body: z.object({
    decision: z.enum(['taken', 'declined']),
    /** What the caller saw in the record, so that nobody overwrites what a colleague has just corrected. */
    current: z.string().nullable(),
  }),
  reply: z.object({ patientId: id }),
  refusals: {
    'decided-already': z.object({}),
    'changed-meanwhile': z.object({ current: z.string().nullable() }),
    /** The directory of payers knows none that could be meant: it, or the policy, is added by hand. */
    'unknown-payer': z.object({ payer: z.string() }),
    /** A policy of this payer, or of this number, stands in the record for some of the days. */
    'has-policy': z.object({ policy: z.string() }),
  },
})
