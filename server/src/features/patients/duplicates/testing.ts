import { sql } from 'kysely'
import { systemClock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { aCoverage } from '../testing.ts'

export interface Practice {
  readonly siteId: string
  readonly visitTypeId: string
  readonly staffId: string
  readonly consentTextId: string
  readonly runId: string
}

/** What rows about patients refer to besides. */
export async function aPracticeFor(db: Db, staffId: string): Promise<Practice> {
  const id = () => systemClock.id()
  const made = { siteId: id(), visitTypeId: id(), staffId, consentTextId: id(), runId: id() }
  await db.insertInto('site').values({ id: made.siteId, name: 'Main Street', time_zone: 'America/Chicago' }).execute()
  await db
    .insertInto('visit_type')
    .values({ id: made.visitTypeId, name: 'Follow-up', name_es: 'Seguimiento', duration_minutes: 20, roles: '[]' })
    .execute()
  await db
    .insertInto('consent_text')
    .values({
      id: made.consentTextId,
      kind: 'treatment',
      version: 9,
      language: 'en',
      title: 'Treatment',
      body: 'I agree.',
      body_hash: Buffer.from('00', 'hex'),
      scope: 'treatment',
      effective_from: '2026-01-01',
    })
    .execute()
  await db
    .insertInto('import_run')
    .values({
      id: made.runId,
      file_name: 'people.csv',
      mapping: '{}',
      rows: 1,
      state: 'done',
      started_at: '2026-11-01T00:00:00Z',
      started_by: staffId,
    })
    .execute()
  return made
}

let line = 0

/** One row in every table that refers to a patient; visits of each `slot` at an hour of their own. */
export async function rowsOf(db: Db, practice: Practice, patientId: string, slot: number): Promise<void> {
  const id = () => systemClock.id()
  const at = '2026-11-20T15:00:00Z'
  const own = { patient_id: patientId }
  line += 1
  const hour = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 14 + slot, minutes)).toISOString()
  const visit = { visit_type_id: practice.visitTypeId, site_id: practice.siteId }
  const appointmentId = id()
  await db
    .insertInto('contact_point')
    .values({ ...own, id: id(), system: 'phone', value: `+1312555${1000 + line}`, search_value: `${1000 + line}` })
    .execute()
  await db
    .insertInto('patient_identifier')
    .values({ ...own, system: 'urn:other', value: `${line}` })
    .execute()
  const relatedId = id()
  await db
    .insertInto('related_person')
    .values({ ...own, id: relatedId, name: 'Linh', relationship: 'daughter' })
    .execute()
  await aboutCoverage(db, { id, at, own, coverageId: await aCoverage(db, own) })
  await db
    .insertInto('encounter')
    .values({ ...own, id: id(), started_at: at, type: 'visit', status: 'finished' })
    .execute()
  await db
    .insertInto('appointment')
    .values({
      ...own,
      ...visit,
      id: appointmentId,
      starts_at: hour(0),
      ends_at: hour(20),
      status_since: at,
      booked_at: at,
    })
    .execute()
  await db
    .insertInto('hold')
    .values({
      ...own,
      ...visit,
      id: id(),
      staff_id: practice.staffId,
      starts_at: hour(30),
      ends_at: hour(50),
      expires_at: '2026-12-01T00:00:00Z',
    })
    .execute()
  await db
    .insertInto('payment')
    .values({
      ...own,
      id: id(),
      receipt_number: `R-${line}`,
      appointment_id: appointmentId,
      amount_cents: 100,
      method: 'cash',
      collected_by: practice.staffId,
      collected_by_name: 'Desk',
      collected_at: at,
    })
    .execute()
  await db
    .insertInto('call')
    .values({
      ...own,
      id: id(),
      external_id: `call ${line}`,
      line: '1',
      from_number: '+13125550134',
      search_value: '43105552131',
      state: 'ended',
      started_at: at,
    })
    .execute()
  await db
    .insertInto('message')
    .values({ ...own, id: id(), to_address: 'a@b.example', language: 'en', subject: 's', body: 'b', created_at: at })
    .execute()
  await db
    .insertInto('chain')
    .values({ ...own, id: id(), name: 'Knee', created_at: at })
    .execute()
  await db
    .insertInto('series')
    .values({ ...own, id: id(), visit_type_id: practice.visitTypeId, rule: '{}', created_at: at })
    .execute()
  await db
    .insertInto('patient_name')
    .values({ ...own, id: id(), use: 'old', given: 'Mai', family: 'Tran' })
    .execute()
  await db
    .insertInto('patient_address')
    .values({ ...own, id: id(), use: 'old', address: JSON.stringify({ line: '1 Oak' }) })
    .execute()
  const documentId = id()
  await db
    .insertInto('document')
    .values({
      ...own,
      id: documentId,
      type: 'letter',
      title: 'Letter',
      content_type: 'text/plain',
      bytes: 1,
      created_at: at,
    })
    .execute()
  await db
    .insertInto('authority')
    .values({
      ...own,
      id: id(),
      related_person_id: relatedId,
      kind: 'may-know',
      period_start: '2026-01-01',
      document_id: documentId,
    })
    .execute()
  await db
    .insertInto('consent')
    .values({
      ...own,
      id: id(),
      consent_text_id: practice.consentTextId,
      decision: 'permit',
      signed_at: at,
      signed_by_name: 'Mai',
      signed_with: 'typed',
    })
    .execute()
  await db
    .insertInto('change_proposal')
    .values({ ...own, id: id(), source: `feed ${line}`, field: 'phone', received_at: at })
    .execute()
  await db
    .insertInto('access_request')
    .values({
      ...own,
      id: id(),
      by_patient: true,
      asked_by_name: 'Mai Nguyen',
      identity_check: 'known',
      form: 'pdf',
      language: 'en',
      requested_on: '2026-11-01',
      due_on: '2026-12-01',
    })
    .execute()
  await db
    .insertInto('import_row')
    .values([
      { ...own, run_id: practice.runId, line, outcome: 'created' },
      { other_id: patientId, run_id: practice.runId, line: line + 100_000, outcome: 'asked' },
    ])
    .execute()
  await keepFindable(db, [patientId])
}

interface About {
  readonly id: () => string
  readonly at: string
  readonly own: { readonly patient_id: string }
  readonly coverageId: string
}

async function aboutCoverage(db: Db, { id, at, own, coverageId }: About): Promise<void> {
  const { payer_id: payerId } = await db
    .updateTable('coverage')
    .set({ subscriber_patient_id: own.patient_id })
    .where('id', '=', coverageId)
    .returning('payer_id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('eligibility_check')
    .values({
      ...own,
      id: id(),
      payer_id: payerId,
      coverage_id: coverageId,
      subscriber_patient_id: own.patient_id,
      service_date: '2026-11-24',
      service_types: ['30'],
      reason: 'by-hand',
      asked_at: at,
    })
    .execute()
  await db
    .insertInto('plan_restriction')
    .values({ ...own, id: id(), noted_at: at, noted_by_name: 'Rosa Delgado' })
    .execute()
  await db
    .insertInto('coverage_order_decision')
    .values({ ...own, id: id(), coverage_ids: [coverageId], reason: 'Court order', decided_at: at })
    .execute()
  await db
    .insertInto('msp_answer')
    .values({
      ...own,
      id: id(),
      answered_on: '2026-11-20',
      answers: '{}',
      medicare: 'primary',
      due_again_on: '2027-02-18',
    })
    .execute()
  await db
    .insertInto('coverage_order_fact')
    .values({ ...own, id: id(), noted_at: at, medicare_because: 'age' })
    .execute()
  const neighbour = await db.selectFrom('patient').select('id').where('id', '<>', own.patient_id).executeTakeFirst()
  for (const [patient_id, other_id] of [
    [own.patient_id, neighbour?.id ?? own.patient_id],
    [neighbour?.id ?? own.patient_id, own.patient_id],
  ] as const)
    await db
      .insertInto('household_decision')
      .values({ id: id(), patient_id, other_id, belongs: true, decided_at: at })
      .execute()
  await db
    .insertInto('estimate')
    .values({ ...own, id: id(), kind: 'good-faith', language: 'en', cause: 'requested', caused_on: '2026-11-20' })
    .execute()
}

/** Every row of every table that refers to a patient, and of patients, as text; without columns named in `without`. */
export async function everything(db: Db, tables: readonly string[], without: readonly string[]): Promise<string> {
  const all: Record<string, unknown> = {}
  for (const table of tables) {
    const rows = await db
      .selectFrom(table as 'contact_point')
      .select(sql<string>`(to_jsonb(${sql.ref(table)}) - ${[...without]}::text[])::text`.as('row'))
      .execute()
    all[table] = rows.map((row) => row.row).toSorted()
  }
  return JSON.stringify(all, null, 1)
}
