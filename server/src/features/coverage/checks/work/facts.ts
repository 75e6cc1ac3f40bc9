import type { QuestionFacts } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { billingProviderOf, selectWays } from '../../directory/index.ts'
import { askedPerson, questionFacts } from '../asking/question-facts.ts'
import { findPerson, selectFacts } from '../asking/store.ts'
import { type ClaimedRow, siteOfVisit } from './store.ts'

/**
 * As things stand when it is sent: what was corrected since it was asked counts. Null: the payer is not asked over this
 * connection any more.
 */
export async function questionFactsOf(
  db: Db,
  row: ClaimedRow,
): Promise<{ readonly facts: QuestionFacts; readonly taxId: string | null } | null> {
  const about = { serviceDate: row.service_date, serviceTypes: row.service_types }
  if (row.connection_id === null) return null
  // By the way that it goes: on another one the payer may have another number.
  const [[way], provider] = await Promise.all([
    selectWays(db, '270', { payerIds: [row.payer_id], connectionId: row.connection_id }),
    siteOfVisit(db, row.appointment_id).then((siteId) => billingProviderOf(db, siteId)),
  ])
  if (!way) return null
  const taxId = provider?.taxId ?? null
  if (row.coverage_id !== null) {
    const [facts] = await selectFacts(db, [row.coverage_id])
    return facts ? { facts: questionFacts(facts, way, provider, about), taxId } : null
  }
  const person = await findPerson(db, row.patient_id)
  if (!person) return null
  const facts = {
    payer: { name: way.payerName, knownAs: way.knownAs },
    provider: provider ? { name: provider.name, npi: provider.npi } : null,
    patient: askedPerson(person),
    subscriber: null,
    memberId: null,
    groupNumber: null,
    ...about,
  }
  return { facts, taxId }
}
