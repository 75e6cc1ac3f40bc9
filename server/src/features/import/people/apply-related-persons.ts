import type { RelatedPersonDraft } from '@foyer/fhir'
import { changesBetween, recordImportedChanges } from '../../patients/index.ts'
import { type Applied, rejected, skipped, written } from '../outcome.ts'
import { contactSearchValue, contactsOf, nameLine } from '../person-text.ts'
import { insertRows, type NewRow } from '../store.ts'
import { type Pending, recordsOf, type Work } from '../work.ts'
import { type Columns, leftWords, openHeld } from './held.ts'
import { lockRelatedPersons, updateRelatedPerson } from './store.ts'

/** Codes of http://terminology.hl7.org/CodeSystem/v2-0131 that come without words. */
const relationships: Readonly<Record<string, string>> = {
  C: 'emergency contact',
  E: 'employer',
  F: 'federal agency',
  I: 'insurance company',
  N: 'next of kin',
  S: 'state agency',
}

const columns: Columns = {
  name: { history: 'relative.name', word: 'name' },
  relationship: { history: 'relative.relationship', word: 'relationship' },
  phone: { history: 'relative.phone', word: 'phone' },
}

function historyOf(row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, { history }]) =>
      Object.hasOwn(row, column) ? [[history, row[column]]] : [],
    ),
  )
}

function saidOf(draft: RelatedPersonDraft) {
  return {
    name: nameLine(draft.name),
    relationship: relationships[draft.relationship ?? ''] ?? draft.relationship ?? 'other',
    phone: contactsOf(draft.telecom, undefined).find(({ system }) => system === 'phone')?.value ?? null,
  }
}

/** By what a relative's phone is found stands beside it. */
function searched<F extends { readonly phone?: unknown }>(fields: F): F & { search_value?: string | null } {
  if (!Object.hasOwn(fields, 'phone')) return fields
  const { phone } = fields
  return { ...fields, search_value: typeof phone === 'string' ? contactSearchValue('phone', phone) : null }
}

/**
 * Whom to call and who may be told what: until the desk asks the patient, nothing. What somebody here changed of a
 * relative since they were imported stays; what is changed stands in the person's history.
 */
export async function applyRelatedPersons(
  work: Work,
  batch: readonly Pending<RelatedPersonDraft>[],
): Promise<Applied[]> {
  const patients = await recordsOf(
    work,
    batch.map(({ draft }) => draft.patientKey),
  )
  const ids = batch.flatMap(({ recordId }) => recordId ?? [])
  const rows = new Map((await lockRelatedPersons(work.db, ids)).map((row) => [row.id, row]))
  const held = await openHeld(work, rows.values(), columns)
  const fresh: NewRow<'related_person'>[] = []
  const changes: { patientId: string; changes: ReturnType<typeof changesBetween> }[] = []
  const answers: Applied[] = []
  for (const pending of batch) {
    const { draft, recordId } = pending
    const patientId = patients.get(draft.patientKey)
    const said = saidOf(draft)
    const row = rows.get(recordId ?? '')
    if (patientId === undefined) answers.push(rejected('its patient has not been imported'))
    else if (recordId === null) {
      const id = work.newId()
      fresh.push({ id, patient_id: patientId, ...searched(said) })
      changes.push({ patientId, changes: changesBetween({}, historyOf(said)) })
      answers.push(written(id, patientId, { wrote: said }))
    } else if (row === undefined) answers.push(skipped('was taken away here'))
    else {
      const found = held(pending, { row, said })
      const left = leftWords(found.left, columns)
      const isChanged = Object.keys(found.write).length > 0
      if (isChanged) {
        await updateRelatedPerson(work.db, row.id, searched(found.write))
        changes.push({ patientId: row.patient_id, changes: changesBetween(historyOf(row), historyOf(found.write)) })
      }
      if (!isChanged && left !== null) answers.push(skipped(left))
      else answers.push(written(row.id, patientId, { wrote: found.wrote, left }))
    }
  }
  await insertRows(work.db, 'related_person', fresh)
  await recordImportedChanges(work.db, changes, work.now)
  return answers
}
