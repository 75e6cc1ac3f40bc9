import { type MissingForQuestion, missingForQuestion } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { billingProviderOf, selectWays, type Way } from '../../directory/index.ts'
import { askedPerson } from '../asking/question-facts.ts'
import { findPerson, type NewCheck } from '../asking/store.ts'
import { selectPayersOf } from './store.ts'

/** Payers that are asked at once; more would ask about somebody whom most of them cannot know. */
const MOST_PAYERS = 12

export interface Search {
  readonly at: string
  /** Civil date at the practice. */
  readonly today: string
  /** Null: by itself, which leaves out lines that are asked by people only. */
  readonly by: string | null
  /** The visit that it is for: what the patient keeps from a plan of it holds until the question is sent. */
  readonly appointmentId: string | null
  readonly despiteRestriction: boolean
  newId(): string
}

export type NoSearch =
  | { readonly reason: 'no-payer-to-ask' }
  | { readonly reason: 'facts-missing'; readonly missing: MissingForQuestion[] }

/** Whether a payer may be asked about people who did not name it: only one that answers at once, and not where it forbids it. */
function takesDiscovery({ kind, settings }: Way, isByItself: boolean): boolean {
  return kind !== 'sftp' && settings['discovery'] !== 'no' && !(isByItself && settings['automatic'] === 'no')
}

/** Questions by name and birth date, without a member number (X279A1 1.4.8.2, alternate search); else why there are none. */
export async function searchQuestions(
  db: Db,
  patientId: string,
  search: Search,
): Promise<Result<readonly NewCheck[], NoSearch>> {
  const { at, today, by, appointmentId, despiteRestriction } = search
  const [person, provider, all, own] = await Promise.all([
    findPerson(db, patientId),
    billingProviderOf(db, null),
    selectWays(db, '270'),
    selectPayersOf(db, patientId, today),
  ])
  if (!person) throw new Problem('not-found')
  const payers = all
    .filter((one) => takesDiscovery(one, by === null) && !own.includes(one.payerId))
    .toSorted((a, b) => (a.payerName < b.payerName ? -1 : 1))
    .slice(0, MOST_PAYERS)
  if (payers.length === 0) return refuse({ reason: 'no-payer-to-ask' })
  const missing = missingForQuestion({
    payer: { name: '', knownAs: '' },
    provider,
    patient: askedPerson(person),
    subscriber: null,
    memberId: null,
    groupNumber: null,
    serviceDate: '',
    serviceTypes: [],
  })
  if (missing.length > 0) return refuse({ reason: 'facts-missing', missing: [...missing] })
  return ok(
    payers.map((payer) => ({
      id: search.newId(),
      patient_id: patientId,
      coverage_id: null,
      appointment_id: appointmentId,
      payer_id: payer.payerId,
      connection_id: payer.connectionId,
      service_date: today,
      service_types: ['30'],
      reason: 'discovery',
      asked_at: at,
      asked_by: by,
      is_sandbox: payer.isSandbox,
      despite_restriction: despiteRestriction,
      state: 'waiting',
      next_attempt_at: at,
    })),
  )
}
