import type { PatientDraft } from '@foyer/fhir'
import {
  type FeedContacts,
  holdBack,
  holdBackContacts,
  type PatientChange,
  recordImport,
  recordImported,
} from '../../patients/index.ts'
import { type Applied, rejected } from '../outcome.ts'
import { contactSearchValue, contactsOf } from '../person-text.ts'
import { insertRows, type NewRow, selectRecordsOf, takeNumbers } from '../store.ts'
import type { Pending, Work } from '../work.ts'
import { birthDatesAgree, filledFields, named, type PatientFields, patientFields } from './patient-fields.ts'
import { type PatientRow, selectContacts, selectIdentifierOwners, selectPatients, updatePatient } from './store.ts'

type Decision =
  | { readonly is: 'new'; readonly id: string }
  | { readonly is: 'known'; readonly id: string; readonly shared: boolean }
  | { readonly is: 'rejected'; readonly reason: string }

interface Identifiers {
  /** The people elsewhere known who have an identifier of the draft. */
  othersWith(draft: PatientDraft): readonly string[]
  isFree(system: string, value: string): boolean
}

const identity = (system: string, value: string): string => JSON.stringify([system, value])

function systemIdentifiers(draft: PatientDraft): { system: string; value: string }[] {
  return draft.identifiers.flatMap(({ system, value }) => (system === undefined ? [] : [{ system, value }]))
}

/** An identifier that one source gives to two records says nothing about who they are. */
async function loadIdentifiers(work: Work, batch: readonly Pending<PatientDraft>[]): Promise<Identifiers> {
  const wanted = batch.flatMap(({ draft }) => systemIdentifiers(draft))
  const owners = await selectIdentifierOwners(work.db, wanted)
  const ownerOf = new Map(owners.map((owner) => [identity(owner.system, owner.value), owner.patient_id]))
  const ours = await selectRecordsOf(work.db, work.source, [...new Set(ownerOf.values())])
  return {
    othersWith: (draft) => {
      const found = systemIdentifiers(draft).flatMap(({ system, value }) => ownerOf.get(identity(system, value)) ?? [])
      return [...new Set(found)].filter((id) => !ours.has(id))
    },
    isFree: (system, value) => {
      const free = !ownerOf.has(identity(system, value))
      if (free) ownerOf.set(identity(system, value), '')
      return free
    },
  }
}

function decide(
  work: Work,
  { draft, recordId, shared }: Pending<PatientDraft>,
  people: ReadonlyMap<string, PatientRow>,
  others: readonly string[],
): Decision {
  if (draft.birthDate === undefined)
    return { is: 'rejected', reason: 'birthDate is missing; a person needs two identifiers here' }
  if (recordId !== null) return { is: 'known', id: recordId, shared }
  const [only, second] = others
  if (only === undefined) return { is: 'new', id: work.newId() }
  if (second !== undefined) return { is: 'rejected', reason: 'its identifiers belong to different people here' }
  const agree = birthDatesAgree(people.get(only)?.birth_date ?? '', draft.birthDate.value)
  if (!agree) return { is: 'rejected', reason: 'an identifier belongs to a person here with another birth date' }
  return { is: 'known', id: only, shared: true }
}

/**
 * New people get the next record numbers. A person whom another source brought is recognised by an identifier of equal
 * system and value and a birth date that does not contradict it, never by name.
 */
export async function applyPatients(work: Work, batch: readonly Pending<PatientDraft>[]): Promise<Applied[]> {
  const identifiers = await loadIdentifiers(work, batch)
  const others = batch.map(({ draft, recordId }) => (recordId === null ? identifiers.othersWith(draft) : []))
  const loaded = [...batch.flatMap(({ recordId }) => recordId ?? []), ...others.flat()]
  const people = new Map((await selectPatients(work.db, loaded)).map((row) => [row.id, row]))
  const contacts = Map.groupBy(await selectContacts(work.db, loaded), (contact) => contact.patient_id)
  const linked = new Set<string>()
  const decisions = batch.map((one, index) => {
    // Two records of one source are two people, whatever their identifiers say.
    const decision = decide(work, one, people, others[index]?.filter((id) => !linked.has(id)) ?? [])
    if (decision.is === 'known') linked.add(decision.id)
    return decision
  })

  const fresh: (PatientFields & { id: string })[] = []
  const known: Known[] = []
  const reached: FeedContacts[] = []
  const contactRows: NewRow<'contact_point'>[] = []
  const identifierRows: NewRow<'patient_identifier'>[] = []
  const answers: Applied[] = []
  for (const [index, { draft }] of batch.entries()) {
    const decision = decisions[index]
    if (!decision || decision.is === 'rejected') {
      answers.push(rejected(decision?.reason ?? ''))
      continue
    }
    const { id } = decision
    const before = people.get(id) ?? null
    const shared = decision.is === 'known' && decision.shared
    if (before === null) fresh.push({ id, ...patientFields(draft, null) })
    else known.push({ id, before, after: changed(draft, before, shared) })
    const said = saidContacts(draft)
    if (before !== null) reached.push({ patientId: id, survivorId: before.merged_into, said })
    else contactRows.push(...contactsFrom(work, id, said, 0))
    for (const { system, value } of systemIdentifiers(draft))
      if (identifiers.isFree(system, value)) identifierRows.push({ patient_id: id, system, value })
    answers.push({ is: 'written', recordId: id, patientId: id, shared })
  }
  await insertPatients(work, fresh)
  await changeKnown(work, known)
  for (const [index, free] of (await holdBackContacts(work.db, work, reached)).entries()) {
    const id = reached[index]?.patientId ?? ''
    contactRows.push(...contactsFrom(work, id, free, contacts.get(id)?.length ?? 0))
  }
  await insertRows(work.db, 'contact_point', contactRows)
  await insertRows(work.db, 'patient_identifier', identifierRows)
  const contactsNow = Map.groupBy(contactRows, (contact) => contact.patient_id)
  const firstOf = (id: string, system: string): string | null =>
    contactsNow.get(id)?.find((contact) => contact.system === system)?.value ?? null
  await recordImported(
    work.db,
    fresh.map((row) => ({
      patientId: row.id,
      row: row as PatientChange,
      phone: firstOf(row.id, 'phone'),
      email: firstOf(row.id, 'email'),
    })),
    work.now,
  )
  return answers
}

/** Each number once, the best first. */
function saidContacts(draft: PatientDraft): FeedContacts['said'] {
  const all = contactsOf(draft.telecom, draft.addresses[0]?.country).map((contact) => ({
    ...contact,
    searchValue: contactSearchValue(contact.system, contact.value),
  }))
  return [...new Map(all.toReversed().map((contact) => [contact.searchValue, contact])).values()].toReversed()
}

function contactsFrom(
  work: Work,
  patientId: string,
  said: FeedContacts['said'],
  behind: number,
): NewRow<'contact_point'>[] {
  return said.map(({ system, value, use, searchValue }, index) => ({
    id: work.newId(),
    patient_id: patientId,
    system,
    value,
    use,
    search_value: searchValue,
    rank: behind + index + 1,
  }))
}

function changed(draft: PatientDraft, before: PatientRow, shared: boolean): PatientFields {
  const { id: _id, mrn: _mrn, version: _version, created_at: _createdAt, merged_into: _mergedInto, ...fields } = before
  return shared ? filledFields(draft, fields) : patientFields(draft, fields)
}

interface Known {
  readonly id: string
  readonly before: PatientRow
  readonly after: PatientFields
}

/** Writes what the source says of people who are here; where somebody had the last word it is asked instead. */
async function changeKnown(work: Work, known: readonly Known[]): Promise<void> {
  const survivors = new Map(
    (
      await selectPatients(
        work.db,
        known.flatMap(({ before }) => before.merged_into ?? []),
      )
    ).map((row) => [row.id, row]),
  )
  const kept = await holdBack(
    work.db,
    work,
    known.map(({ id, before, after }) => {
      const survivor = survivors.get(before.merged_into ?? '')
      return {
        patientId: id,
        before: before as PatientChange,
        after: after as PatientChange,
        survivor: survivor && { id: survivor.id, row: survivor as PatientChange },
      }
    }),
  )
  for (const [index, { id, before, after }] of known.entries()) {
    const written = named({ ...after, ...(kept[index] as Partial<PatientFields>) })
    await updatePatient(work.db, id, written)
    await recordImport(work.db, id, before as PatientChange, written as PatientChange, work.now)
  }
}

async function insertPatients(work: Work, fresh: readonly (PatientFields & { id: string })[]): Promise<void> {
  if (fresh.length === 0) return
  const last = await takeNumbers(work.db, 'mrn', fresh.length)
  const rows = fresh.map((fields, index) => ({
    ...fields,
    mrn: String(last - fresh.length + 1 + index).padStart(8, '0'),
    version: 1,
    created_at: work.now.toString(),
  }))
  await insertRows(work.db, 'patient', rows)
}
