import { type MissingForQuestion, missingForQuestion } from '@foyer/coverage'
import type { Way } from '../../directory/index.ts'
import { cardDigest } from './card-digest.ts'
import { questionFacts } from './question-facts.ts'
import type { FactsRow, NewCheck } from './store.ts'

export interface ToAsk {
  readonly id: string
  readonly at: string
  readonly by: string | null
  readonly reason: 'booking' | 'sweep' | 'check-in' | 'card' | 'by-hand'
  readonly appointmentId: string | null
  readonly sweepId: string | null
  readonly serviceDate: string
  readonly serviceTypes: readonly string[]
  /** Somebody asks although the patient asked that the plan is not told. */
  readonly despiteRestriction?: boolean
}

export type Askable =
  | { readonly is: 'askable' }
  | { readonly is: 'not-enrolled' }
  | { readonly is: 'incomplete'; readonly missing: readonly MissingForQuestion[] }

type Provider = { readonly name: string; readonly npi: string } | null | undefined

/** Whether the payer of a policy can be asked, before anything is sent. */
export function askable(facts: FactsRow, way: Way | null, provider: Provider): Askable {
  if (way === null) return { is: 'not-enrolled' }
  const missing = missingForQuestion(questionFacts(facts, way, provider, { serviceDate: '', serviceTypes: [] }))
  return missing.length > 0 ? { is: 'incomplete', missing } : { is: 'askable' }
}

/** A question that will be sent, or that says for good why it was not. */
export function newCheck(facts: FactsRow, way: Way | null, can: Askable, ask: ToAsk): NewCheck {
  const base = {
    id: ask.id,
    patient_id: facts.patient_id,
    coverage_id: facts.coverage_id,
    appointment_id: ask.appointmentId,
    payer_id: facts.payer_id,
    connection_id: way?.connectionId ?? null,
    service_date: ask.serviceDate,
    service_types: [...ask.serviceTypes],
    reason: ask.reason,
    sweep_id: ask.sweepId,
    asked_at: ask.at,
    asked_by: ask.by,
    is_sandbox: way?.isSandbox ?? false,
    card_digest: cardDigest(facts),
    despite_restriction: ask.despiteRestriction ?? false,
  }
  if (can.is === 'askable') return { ...base, state: 'waiting', next_attempt_at: ask.at }
  const missing = can.is === 'incomplete' ? [...can.missing] : []
  return { ...base, state: 'failed', failure: can.is, missing, answered_at: ask.at }
}
