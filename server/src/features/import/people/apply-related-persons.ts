import type { RelatedPersonDraft } from '@foyer/fhir'
import { type Applied, rejected, written } from '../outcome.ts'
import { contactSearchValue, contactsOf, nameLine } from '../person-text.ts'
import { insertRows, type NewRow } from '../store.ts'
import { type Pending, recordsOf, type Work } from '../work.ts'
import { updateRelatedPerson } from './store.ts'

/** Codes of http://terminology.hl7.org/CodeSystem/v2-0131 that come without words. */
const relationships: Readonly<Record<string, string>> = {
  C: 'emergency contact',
  E: 'employer',
  F: 'federal agency',
  I: 'insurance company',
  N: 'next of kin',
  S: 'state agency',
}

/** Whom to call and who may be told what: until the desk asks the patient, nothing. */
export async function applyRelatedPersons(
  work: Work,
  batch: readonly Pending<RelatedPersonDraft>[],
): Promise<Applied[]> {
  const patients = await recordsOf(
    work,
    batch.map(({ draft }) => draft.patientKey),
  )
  const fresh: NewRow<'related_person'>[] = []
  const answers: Applied[] = []
  for (const { draft, recordId } of batch) {
    const patientId = patients.get(draft.patientKey)
    if (patientId === undefined) {
      answers.push(rejected('its patient has not been imported'))
      continue
    }
    const phone = contactsOf(draft.telecom, undefined).find(({ system }) => system === 'phone')?.value ?? null
    const fields = {
      name: nameLine(draft.name),
      relationship: relationships[draft.relationship ?? ''] ?? draft.relationship ?? 'other',
      phone,
      search_value: phone === null ? null : contactSearchValue('phone', phone),
    }
    const id = recordId ?? work.newId()
    if (recordId === null) fresh.push({ id, patient_id: patientId, ...fields })
    else await updateRelatedPerson(work.db, id, fields)
    answers.push(written(id, patientId))
  }
  await insertRows(work.db, 'related_person', fresh)
  return answers
}
