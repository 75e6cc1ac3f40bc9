import type { QuestionFacts } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { billingProviderOf, selectWays } from '../../directory/index.ts'
import { askedPerson, holderAsked, questionFacts } from '../asking/question-facts.ts'
import { findPerson, selectFacts } from '../asking/store.ts'
import { findKept } from '../../restriction/kept-from-plan.ts'
import { type ClaimedRow, siteOfVisit } from './store.ts'

type NotSent = 'not-enrolled' | 'restricted'

interface Asked {
  readonly facts: QuestionFacts
  readonly taxId: string | null
  /** The record of the policyholder from which it is made; null: from none. */
  readonly holderId: string | null
}

/**
 * As things stand when it is sent: what was corrected since it was asked counts, and what the patient asked to keep from
 * the plan. Else why it is not sent: `not-enrolled` where the payer is not asked over this connection any more.
 */
export async function questionFactsOf(db: Db, row: ClaimedRow): Promise<Asked | NotSent> {
  if (!row.despite_restriction && (await findKept(db, row.patient_id, row.appointment_id))) return 'restricted'
  const about = { serviceDate: row.service_date, serviceTypes: row.service_types }
  if (row.connection_id === null) return 'not-enrolled'
  // By the way that it goes: on another one the payer may have another number.
  const [[way], provider] = await Promise.all([
    selectWays(db, '270', { payerIds: [row.payer_id], connectionId: row.connection_id }),
    siteOfVisit(db, row.appointment_id).then((siteId) => billingProviderOf(db, siteId)),
  ])
  if (!way) return 'not-enrolled'
  const taxId = provider?.taxId ?? null
  if (row.coverage_id !== null) {
    const [facts] = await selectFacts(db, [row.coverage_id])
    if (!facts) return 'not-enrolled'
    return { facts: questionFacts(facts, way, provider, about), taxId, holderId: holderAsked(facts) }
  }
  const person = await findPerson(db, row.patient_id)
  if (!person) return 'not-enrolled'
  const facts = {
    payer: { name: way.payerName, knownAs: way.knownAs },
    provider: provider ? { name: provider.name, npi: provider.npi } : null,
    patient: askedPerson(person),
    subscriber: null,
    memberId: null,
    groupNumber: null,
    ...about,
  }
  return { facts, taxId, holderId: null }
}
