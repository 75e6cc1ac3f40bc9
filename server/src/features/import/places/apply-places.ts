import type { LocationDraft, PractitionerDraft, PractitionerRoleDraft } from '@foyer/fhir'
import { foldName } from '@foyer/patients'
import { type Applied, rejected, skipped, written } from '../outcome.ts'
import { addressRow, nameLine } from '../person-text.ts'
import { insertRows, type NewRow } from '../store.ts'
import { type Pending, recordsOf, type Work } from '../work.ts'
import { homeSite } from './home-site.ts'
import { selectSites, updateResourceName, updateResourceSpecialty, updateSiteContact } from './store.ts'

/**
 * A location with the name of a site is that site. Another becomes a site that is not in use: files name wards, beds and
 * ambulances too, and the practice decides at which of them it has a desk.
 */
export async function applyLocations(work: Work, batch: readonly Pending<LocationDraft>[]): Promise<Applied[]> {
  const home = await homeSite(work)
  const known = new Map((await selectSites(work.db)).toReversed().map((site) => [foldName(site.name), site.id]))
  const fresh: NewRow<'site'>[] = []
  const answers: Applied[] = []
  for (const { draft, recordId } of batch) {
    const same = recordId ?? known.get(foldName(draft.name))
    const fields = { phone: draft.phone ?? null, address: addressRow(draft.address ? [draft.address] : []) }
    const id = same ?? work.newId()
    if (same === undefined) {
      const address = fields.address === null ? null : { ...fields.address }
      const time_zone = draft.timeZone ?? home.timeZone
      fresh.push({ id, name: draft.name, time_zone, phone: fields.phone, address, active: false })
      known.set(foldName(draft.name), id)
    } else await updateSiteContact(work.db, id, fields)
    answers.push(written(id))
  }
  await insertRows(work.db, 'site', fresh)
  return answers
}

/** Imported clinicians are names in the history; the practice puts those to work whom it wants to book. */
export async function applyPractitioners(work: Work, batch: readonly Pending<PractitionerDraft>[]): Promise<Applied[]> {
  const home = await homeSite(work)
  const fresh: NewRow<'resource'>[] = []
  const answers: Applied[] = []
  for (const { draft, recordId } of batch) {
    const id = recordId ?? work.newId()
    const name = nameLine(draft.name)
    if (recordId === null)
      fresh.push({ id, kind: 'practitioner', name, site_id: home.id, specialty: null, languages: [], active: false })
    else await updateResourceName(work.db, id, name)
    answers.push(written(id))
  }
  await insertRows(work.db, 'resource', fresh)
  return answers
}

/** A role says what its practitioner does. */
export async function applyPractitionerRoles(
  work: Work,
  batch: readonly Pending<PractitionerRoleDraft>[],
): Promise<Applied[]> {
  const practitioners = await recordsOf(
    work,
    batch.map(({ draft }) => draft.practitionerKey),
  )
  const answers: Applied[] = []
  for (const { draft } of batch) {
    const id = practitioners.get(draft.practitionerKey)
    if (id === undefined) answers.push(rejected('its practitioner has not been imported'))
    else if (!draft.active || draft.specialty === undefined) answers.push(skipped('has ended, or names no specialty'))
    else {
      await updateResourceSpecialty(work.db, id, draft.specialty)
      answers.push(written(id))
    }
  }
  return answers
}
