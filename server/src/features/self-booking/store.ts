import { sql } from 'kysely'
import type { Db, Statement } from '../../platform/database/organization-db.ts'
import type { SelfPerson } from '../patients/index.ts'

export interface Said extends SelfPerson {
  readonly mayWrite: boolean
}

/** The row of this secret; undefined for one that was never given. */
export async function selectByToken(db: Db, tokenHash: Buffer) {
  const row = await db.selectFrom('self_booking').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  // The column is written by updatePerson only.
  return row && { ...row, person: row.person as Said | null }
}

export type SelfBookingRow = NonNullable<Awaited<ReturnType<typeof selectByToken>>>

export interface NewRow {
  readonly id: string
  readonly tokenHash: Buffer
  readonly challenge: Buffer
  readonly addressHash: Buffer
  readonly visitTypeId: string
  readonly siteId: string
  readonly holdId: string
  readonly at: string
  readonly expiresAt: string
}

export function insertRow(db: Db, row: NewRow): Statement {
  return db.insertInto('self_booking').values({
    id: row.id,
    token_hash: row.tokenHash,
    challenge: row.challenge,
    address_hash: row.addressHash,
    visit_type_id: row.visitTypeId,
    site_id: row.siteId,
    hold_id: row.holdId,
    created_at: row.at,
    expires_at: row.expiresAt,
  })
}

export function updateKept(
  db: Db,
  id: string,
  kept: { readonly visitTypeId: string; readonly siteId: string; readonly holdId: string; readonly expiresAt: string },
): Statement {
  return db
    .updateTable('self_booking')
    .set((eb) => ({
      visit_type_id: kept.visitTypeId,
      site_id: kept.siteId,
      hold_id: kept.holdId,
      expires_at: kept.expiresAt,
      keeps: eb('keeps', '+', 1),
    }))
    .where('id', '=', id)
}

/** What people said who never booked does not stay. */
export function deleteOld(db: Db, before: string): Statement {
  return db.deleteFrom('self_booking').where('appointment_id', 'is', null).where('expires_at', '<', before)
}

/** How much came from one network address since then, and how many times are kept in the whole practice. */
export async function countUse(db: Db, addressHash: Buffer, since: string, now: string) {
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('self_booking')
        .select((one) => one.fn.countAll<number>().as('count'))
        .where('address_hash', '=', addressHash)
        .where('created_at', '>', since)
        .as('fromAddress'),
      eb
        .selectFrom('hold')
        .select((one) => one.fn.countAll<number>().as('count'))
        .where('public_token_hash', 'is not', null)
        .where('expires_at', '>', now)
        .as('held'),
    ])
    .executeTakeFirstOrThrow()
}

/** Codes sent to one e-mail address with secrets that were worth something since then, whatever was said afterwards. */
export async function countCodesTo(db: Db, emailHash: Buffer, since: string): Promise<number> {
  const row = await db
    .selectFrom('self_booking')
    .select(sql<number>`coalesce(sum(cardinality(array_positions(codes_to, ${emailHash}::bytea))), 0)::int`.as('count'))
    .where('expires_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function updatePerson(db: Db, id: string, person: Said): Promise<void> {
  await db
    .updateTable('self_booking')
    .set({ person: JSON.stringify(person), code_hash: null, code_tries: 0 })
    .where('id', '=', id)
    .execute()
}

/** The same with a code that is on its way. False where as many were sent as may be: counted in the row itself, so that many at once are no more than many in a row. */
export async function updatePersonWithCode(
  db: Db,
  id: string,
  person: Said,
  code: { readonly hash: Buffer; readonly to: Buffer; readonly most: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('self_booking')
    .set((eb) => ({
      person: JSON.stringify(person),
      code_hash: code.hash,
      code_tries: 0,
      codes_sent: eb('codes_sent', '+', 1),
      codes_to: sql<Buffer[]>`array_append(codes_to, ${code.to}::bytea)`,
    }))
    .where('id', '=', id)
    .where('codes_sent', '<', code.most)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Counts a try before it is looked at, so that many at once are no more than many in a row. */
export async function countTry(db: Db, id: string): Promise<number> {
  const row = await db
    .updateTable('self_booking')
    .set((eb) => ({ code_tries: eb('code_tries', '+', 1) }))
    .where('id', '=', id)
    .returning('code_tries')
    .executeTakeFirstOrThrow()
  return row.code_tries
}

export function updateBooked(
  db: Db,
  id: string,
  booked: {
    readonly appointmentId: string
    readonly madePatientId: string | null
    readonly possibleIds: readonly string[]
  },
): Statement {
  return db
    .updateTable('self_booking')
    .set({
      appointment_id: booked.appointmentId,
      made_patient_id: booked.madePatientId,
      possible_ids: [...booked.possibleIds],
      person: null,
      code_hash: null,
    })
    .where('id', '=', id)
}

export interface Held {
  readonly id: string
  readonly visit_type_id: string
  readonly site_id: string
  readonly starts_at: string
  readonly expires_at: string
  readonly assignments: readonly { readonly role: string; readonly resourceId: string }[]
}

/** The time that is kept under this secret, whoever or whatever is needed for it. */
export async function selectHeld(db: Db, tokenHash: Buffer): Promise<Held | undefined> {
  const row = await db
    .selectFrom('hold as h')
    .select(['h.id', 'h.visit_type_id', 'h.site_id', 'h.starts_at', 'h.expires_at'])
    .select((eb) =>
      eb
        .selectFrom('allocation as a')
        .select(sql<unknown>`json_agg(json_build_object('role', a.role, 'resourceId', a.resource_id))`.as('all'))
        .whereRef('a.hold_id', '=', 'h.id')
        .as('assignments'),
    )
    .where('h.public_token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && { ...row, assignments: (row.assignments ?? []) as Held['assignments'] }
}

export async function selectByAppointment(db: Db, appointmentId: string) {
  return db
    .selectFrom('self_booking')
    .select(['id', 'made_patient_id', 'possible_ids', 'settled_at'])
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
}

export async function updateSettled(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('self_booking').set({ settled_at: at }).where('id', '=', id).execute()
}

/** Visits that wait for the desk, or whose person nobody has looked at yet; the soonest first. */
export async function selectForDesk(db: Db, now: string) {
  return db
    .selectFrom('appointment as v')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .leftJoin('self_booking as b', 'b.appointment_id', 'v.id')
    .select([
      'v.id as visit_id',
      'v.version',
      'v.visit_type_id',
      'v.site_id',
      'v.starts_at',
      'v.ends_at',
      'v.booked_at',
    ])
    .select(['v.approval', 'b.made_patient_id', 'b.settled_at', 'b.possible_ids'])
    .select(['p.id', 'p.mrn', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'])
    .select(['p.birth_date', 'p.language', 'p.interpreter_needed'])
    .select((eb) =>
      (['phone', 'email'] as const).map((system) =>
        eb
          .selectFrom('contact_point as c')
          .select('c.value')
          .whereRef('c.patient_id', '=', 'p.id')
          .where('c.system', '=', system)
          .where('c.period_end', 'is', null)
          .orderBy('c.rank')
          .orderBy('c.id')
          .limit(1)
          .as(system),
      ),
    )
    .where('v.source', '=', 'self')
    .where('v.status', '=', 'booked')
    .where('v.ends_at', '>', now)
    .where((eb) =>
      eb.or([
        eb('v.approval', '=', 'pending'),
        eb.and([eb('b.made_patient_id', 'is not', null), eb('b.settled_at', 'is', null)]),
      ]),
    )
    .orderBy('v.starts_at')
    .limit(200)
    .execute()
}

/** What a message about a visit needs. */
export async function selectToWrite(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment as v')
    .select(['v.id', 'v.patient_id', 'v.site_id', 'v.starts_at'])
    .where('v.id', '=', appointmentId)
    .executeTakeFirst()
}

/** By the record; the language is null where nobody asked for it yet. */
export async function selectInterpreterNeed(
  db: Db,
  patientId: string,
): Promise<{ readonly isNeeded: boolean; readonly language: string | null }> {
  const row = await db
    .selectFrom('patient')
    .select(['interpreter_needed', 'language'])
    .where('id', '=', patientId)
    .executeTakeFirst()
  return { isNeeded: row?.interpreter_needed === true, language: row?.language ?? null }
}
