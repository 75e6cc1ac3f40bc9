import type { EncounterDraft, When } from '@foyer/fhir'
import { instantAt, Temporal } from '@foyer/kernel'
import { type Applied, rejected, skipped, written } from '../outcome.ts'
import { homeZone } from '../places/home-site.ts'
import { insertRows, type NewRow } from '../store.ts'
import { type Pending, recordsOf, type Work } from '../work.ts'
import { selectResourceNames, updateEncounter } from './store.ts'

/** A date without a time is its first moment in the zone of the practice. */
function instantOf(when: When, zone: string): string {
  if (when.precision === 'instant') return when.value
  const date = `${when.value}-01-01`.slice(0, 10)
  return instantAt(date, 0, zone).toString()
}

function refusal(draft: EncounterDraft, start: string | null, now: Temporal.Instant): Applied | null {
  if (draft.status === 'planned' || draft.status === 'cancelled') return skipped(`is ${draft.status}, not history`)
  if (start === null) return skipped('has no start, so no place in the history')
  if (Temporal.Instant.compare(start, now) > 0) return skipped('lies in the future')
  return null
}

/** Past visits as a list to read; nothing is booked for them. */
export async function applyEncounters(work: Work, batch: readonly Pending<EncounterDraft>[]): Promise<Applied[]> {
  const zone = await homeZone(work)
  const records = await recordsOf(
    work,
    batch.flatMap(({ draft }) => [draft.patientKey, ...draft.practitionerKeys]),
  )
  const names = await selectResourceNames(work.db, [...new Set(records.values())])
  const nameOf = (key: string): string | undefined => work.names.get(key) ?? names.get(records.get(key) ?? '')
  const fresh: NewRow<'encounter'>[] = []
  const answers: Applied[] = []
  for (const { draft, recordId } of batch) {
    const start = draft.start ? instantOf(draft.start, zone) : null
    const refused = refusal(draft, start, work.now)
    const patientId = records.get(draft.patientKey)
    if (refused) answers.push(refused)
    else if (patientId === undefined || start === null) answers.push(rejected('its patient has not been imported'))
    else {
      const id = recordId ?? work.newId()
      const fields = {
        started_at: start,
        ended_at: draft.end ? instantOf(draft.end, zone) : null,
        type: draft.typeText ?? draft.class ?? 'Visit',
        reason: draft.reasonText ?? null,
        place: draft.locationName ?? nameOf(draft.organizationKey ?? '') ?? null,
        practitioner: draft.practitionerNames[0] ?? nameOf(draft.practitionerKeys[0] ?? '') ?? null,
        status: draft.status,
      }
      if (recordId === null) fresh.push({ id, patient_id: patientId, ...fields })
      else await updateEncounter(work.db, id, fields)
      answers.push(written(id, patientId))
    }
  }
  await insertRows(work.db, 'encounter', fresh)
  return answers
}
