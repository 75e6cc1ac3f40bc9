import { registrationOf } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { recordChangesBy } from '../history/record-change.ts'
import type { ChangedBy } from '../history/store.ts'
import { selectFacts, selectRegistrationRules, setRegistration } from './store.ts'

/**
 * Says of a record what its registration has become, within the transaction of what filled it: by itself complete once
 * nothing is missing. Writes nothing where it stays as it was.
 */
export async function settleRegistration(db: Db, patientId: string, by: ChangedBy): Promise<void> {
  const facts = (await selectFacts(db, [patientId])).get(patientId)
  if (!facts || facts.registration === 'complete') return
  const registration = registrationOf(facts, await selectRegistrationRules(db))
  if (registration === facts.registration) return
  await setRegistration(db, patientId, registration)
  const change = { field: 'registration', before: facts.registration, after: registration }
  await recordChangesBy(db, patientId, [change], { ...by, source: 'desk' })
}
