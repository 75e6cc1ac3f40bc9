import type { BookingPlan } from '@foyer/scheduling'
import { sql } from 'kysely'
import type { Db, Statement } from '../../platform/database/organization-db.ts'
import { instantOfMs } from './instants.ts'

/** Time spoken for. Cancelled visits keep their rows with an empty time, which overlaps nothing. */
interface Range {
  readonly start: number
  readonly end: number
}

const during = ({ start, end }: Range) => sql<string>`tstzrange(${instantOfMs(start)}, ${instantOfMs(end)})`
const lower = sql<string>`lower(a.during)`
const upper = sql<string>`upper(a.during)`

/** What a line about a patient needs; `id` is the patient's, a visit's own is `visit_id` beside it. */
const patientColumns = [
  'p.id',
  'p.mrn',
  'p.given',
  'p.middle',
  'p.family',
  'p.preferred',
  'p.prefix',
  'p.suffix',
  'p.birth_date',
  'p.language',
  'p.interpreter_needed',
] as const

/** A visit lasts ten hours at most. */
const longestMs = 36_000_000

/** One row for each resource of each visit of a site that touches the day; what is cancelled is not on the day. */
export function selectDayVisits(db: Db, siteId: string, day: Range) {
  return db
    .selectFrom('appointment as v')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .leftJoin('allocation as a', 'a.appointment_id', 'v.id')
    .select([...patientColumns, 'v.id as visit_id', 'v.visit_type_id', 'v.starts_at', 'v.ends_at', 'v.status'])
    .select(['a.resource_id', 'a.role', lower.as('from'), upper.as('until')])
    .where('v.site_id', '=', siteId)
    .where('v.starts_at', '>=', instantOfMs(day.start - longestMs))
    .where('v.starts_at', '<', instantOfMs(day.end))
    .where('v.ends_at', '>', instantOfMs(day.start))
    .where('v.status', '<>', 'cancelled')
    .orderBy('v.starts_at')
    .orderBy('v.id')
    .execute()
}

/** What else takes time of these resources: holds that have not run out, blocks, visits at other sites. */
export function selectDayTaken(db: Db, siteId: string, resourceIds: readonly string[], day: Range, now: string) {
  return db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .leftJoin('staff as s', 's.id', 'h.staff_id')
    .leftJoin('appointment as v', (join) => join.onRef('v.id', '=', 'a.appointment_id').on('v.site_id', '<>', siteId))
    .select(['a.id', 'a.resource_id', 'a.reason', 'a.hold_id', lower.as('from'), upper.as('until')])
    .select(['h.expires_at', 's.name as staff_name', 'v.id as appointment_id'])
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && ${during(day)}`)
    .where((eb) => eb.or([eb('a.reason', 'is not', null), eb('h.expires_at', '>', now), eb('v.id', 'is not', null)]))
    .execute()
}

/** One row for each resource of these visits. */
export function selectVisits(db: Db, appointmentIds: readonly string[]) {
  return db
    .selectFrom('appointment as v')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .leftJoin('allocation as a', 'a.appointment_id', 'v.id')
    .select([...patientColumns, 'v.id as visit_id', 'v.visit_type_id', 'v.starts_at', 'v.ends_at', 'v.status'])
    .select(['a.resource_id', 'a.role', lower.as('from'), upper.as('until')])
    .where(sql<boolean>`v.id = any(${appointmentIds}::uuid[])`)
    .orderBy('v.starts_at')
    .execute()
}

export type DayVisitRow = Awaited<ReturnType<typeof selectDayVisits>>[number]
export type DayTakenRow = Awaited<ReturnType<typeof selectDayTaken>>[number]

/** What takes time of these resources, for a search: the caller's own holds do not, a new one lets them go. */
export function selectBusy(db: Db, resourceIds: readonly string[], range: Range, now: string, staffId: string) {
  return db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .select(['a.resource_id', lower.as('from'), upper.as('until')])
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && ${during(range)}`)
    .where((eb) =>
      eb.or([eb('a.hold_id', 'is', null), eb.and([eb('h.expires_at', '>', now), eb('h.staff_id', '<>', staffId)])]),
    )
    .execute()
}

const notTaken = ['cancelled', 'no-show'] as const

export function selectPatientBusy(db: Db, patientId: string, range: Range) {
  return db
    .selectFrom('appointment')
    .select(['id', 'starts_at', 'ends_at'])
    .where('patient_id', '=', patientId)
    .where('starts_at', '<', instantOfMs(range.end))
    .where('ends_at', '>', instantOfMs(range.start))
    .where('status', 'not in', notTaken)
    .orderBy('starts_at')
    .execute()
}

/** The clinician a patient was with most often since then; of two, the one seen last. */
export async function selectUsualClinician(
  db: Db,
  patientId: string,
  since: string,
  now: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('appointment as v')
    .innerJoin('allocation as a', 'a.appointment_id', 'v.id')
    .select('a.resource_id')
    .where('v.patient_id', '=', patientId)
    .where('v.starts_at', '>=', since)
    .where('v.starts_at', '<', now)
    .where('v.status', 'not in', notTaken)
    .where('a.role', '=', 'clinician')
    .groupBy('a.resource_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy((eb) => eb.fn.max('v.starts_at'), 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.resource_id ?? null
}

export async function patientExists(db: Db, patientId: string): Promise<boolean> {
  const row = await db.selectFrom('patient').select('id').where('id', '=', patientId).executeTakeFirst()
  return row !== undefined
}

/** The patient and, where one is named, the caller's own hold; undefined when there is no such patient. */
export function selectForBooking(db: Db, patientId: string, holdId: string | null, staffId: string) {
  return db
    .selectFrom('patient as p')
    .leftJoin('hold as h', (join) => join.on('h.id', '=', holdId).on('h.staff_id', '=', staffId))
    .select(['p.deceased', 'h.id as hold_id', 'h.expires_at'])
    .where('p.id', '=', patientId)
    .executeTakeFirst()
}

export function selectHoldsOf(db: Db, staffId: string) {
  return db.selectFrom('hold').select(['id', 'site_id', 'starts_at']).where('staff_id', '=', staffId).execute()
}

/**
 * Whoever wants time of a resource on a day waits for the one before, so that two who insert overlapping rows at once
 * do not end in a deadlock, which PostgreSQL would take a second to see.
 */
export function queueFor(db: Db, plan: BookingPlan): Statement {
  const keys = new Set(
    plan.assignments.flatMap(({ resourceId, start, end }) =>
      [start, end].map((ms) => `${resourceId} ${instantOfMs(ms).slice(0, 10)}`),
    ),
  )
  return sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${[...keys].sort()}::text[]) as key`.compile(
    db,
  )
}

/** Lets go what has run out, or is the caller's own, where it lies in the way of the plan. */
export function sweepHolds(db: Db, plan: BookingPlan, now: string, staffId: string): Statement {
  const wanted = plan.assignments.map(
    (one) => sql<boolean>`(a.resource_id = ${one.resourceId}::uuid and a.during && ${during(one)})`,
  )
  return db
    .deleteFrom('hold as h')
    .where('h.id', 'in', (eb) =>
      eb
        .selectFrom('allocation as a')
        .select('a.hold_id')
        .where('a.hold_id', 'is not', null)
        .where(sql<boolean>`(${sql.join(wanted, sql` or `)})`)
        .$narrowType<{ hold_id: string }>(),
    )
    .where((eb) => eb.or([eb('h.expires_at', '<=', now), eb('h.staff_id', '=', staffId)]))
}

export function deleteHold(db: Db, holdId: string, staffId: string) {
  return db
    .deleteFrom('hold')
    .where('id', '=', holdId)
    .where('staff_id', '=', staffId)
    .returning(['id', 'site_id', 'starts_at'])
}

export function deleteHoldsOf(db: Db, staffId: string): Statement {
  return db.deleteFrom('hold').where('staff_id', '=', staffId)
}

export interface NewHold {
  readonly id: string
  readonly staffId: string
  readonly patientId: string | null
  readonly visitTypeId: string
  readonly siteId: string
  readonly expiresAt: string
}

export function insertHold(db: Db, hold: NewHold, plan: BookingPlan): Statement {
  return db.insertInto('hold').values({
    id: hold.id,
    staff_id: hold.staffId,
    patient_id: hold.patientId,
    visit_type_id: hold.visitTypeId,
    site_id: hold.siteId,
    starts_at: instantOfMs(plan.start),
    ends_at: instantOfMs(plan.end),
    expires_at: hold.expiresAt,
  })
}

type Owner = { readonly appointmentId: string } | { readonly holdId: string }

function allocationValues(plan: BookingPlan, owner: Owner, newId: () => string) {
  const owned = 'holdId' in owner ? { hold_id: owner.holdId } : { appointment_id: owner.appointmentId }
  // In one order for everybody: two visits that want the same two resources then wait for one another only once.
  return plan.assignments
    .toSorted((a, b) => (a.resourceId < b.resourceId ? -1 : 1))
    .map((one) => ({ id: newId(), resource_id: one.resourceId, role: one.role, during: during(one), ...owned }))
}

export function insertAllocations(db: Db, plan: BookingPlan, owner: Owner, newId: () => string) {
  return db.insertInto('allocation').values(allocationValues(plan, owner, newId))
}

export interface By {
  readonly at: string
  readonly staffId: string
  readonly name: string
}

export interface NewAppointment {
  readonly id: string
  readonly patientId: string
  readonly visitTypeId: string
  readonly siteId: string
  readonly note: string | null
}

/** The visit, its resources and the first line of its history as one statement. */
export function insertAppointment(
  db: Db,
  visit: NewAppointment,
  plan: BookingPlan,
  by: By,
  newId: () => string,
): Statement {
  return db
    .with('visit', (query) =>
      query.insertInto('appointment').values({
        id: visit.id,
        patient_id: visit.patientId,
        visit_type_id: visit.visitTypeId,
        site_id: visit.siteId,
        starts_at: instantOfMs(plan.start),
        ends_at: instantOfMs(plan.end),
        status_since: by.at,
        note: visit.note,
        booked_by: by.staffId,
        booked_at: by.at,
      }),
    )
    .with('kept', (query) =>
      query.insertInto('allocation').values(allocationValues(plan, { appointmentId: visit.id }, newId)),
    )
    .insertInto('appointment_status_history')
    .values(historyValues(newId(), visit.id, null, 'booked', by, null))
}

function historyValues(
  id: string,
  appointmentId: string,
  from: string | null,
  to: string,
  by: By,
  reason: string | null,
) {
  return {
    id,
    appointment_id: appointmentId,
    from_status: from,
    to_status: to,
    at: by.at,
    by_staff: by.staffId,
    by_name: by.name,
    reason,
  }
}

export async function insertHistory(
  db: Db,
  step: { id: string; appointmentId: string; from: string | null; to: string; reason: string | null },
  by: By,
): Promise<void> {
  await db
    .insertInto('appointment_status_history')
    .values(historyValues(step.id, step.appointmentId, step.from, step.to, by, step.reason))
    .execute()
}

export function selectAppointment(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment as v')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select([
      ...patientColumns,
      'v.id as visit_id',
      'v.visit_type_id',
      'v.site_id',
      'v.starts_at',
      'v.ends_at',
      'v.status',
    ])
    .select(['v.note', 'v.version', 'v.cancel_reason', 'v.ical_sequence'])
    .where('v.id', '=', appointmentId)
    .executeTakeFirst()
}

/** The resources of visits; a cancelled one has them still, without a time. */
export function selectAllocations(db: Db, appointmentIds: readonly string[]) {
  return db
    .selectFrom('allocation as a')
    .select(['a.appointment_id', 'a.resource_id', 'a.role'])
    .select([sql<string | null>`lower(a.during)`.as('from'), sql<string | null>`upper(a.during)`.as('until')])
    .where(sql<boolean>`a.appointment_id = any(${appointmentIds}::uuid[])`)
    .orderBy('a.role')
    .execute()
}

export type AllocationRow = Awaited<ReturnType<typeof selectAllocations>>[number]

export function selectHistory(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment_status_history')
    .select(['at', 'by_name', 'from_status', 'to_status', 'reason', 'undone'])
    .where('appointment_id', '=', appointmentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Nobody else changes the visit until the transaction ends. */
export function lockAppointment(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment')
    .select(['id', 'patient_id', 'visit_type_id', 'site_id', 'starts_at', 'ends_at', 'status', 'version'])
    .where('id', '=', appointmentId)
    .forUpdate()
    .executeTakeFirst()
}

export type LockedAppointment = NonNullable<Awaited<ReturnType<typeof lockAppointment>>>

export async function run(db: Db, statement: Statement): Promise<void> {
  await db.executeQuery('compile' in statement ? statement.compile() : statement)
}

export async function deleteAllocations(db: Db, appointmentId: string): Promise<void> {
  await db.deleteFrom('allocation').where('appointment_id', '=', appointmentId).execute()
}

export async function updatePlace(db: Db, appointmentId: string, plan: BookingPlan): Promise<number> {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({
      starts_at: instantOfMs(plan.start),
      ends_at: instantOfMs(plan.end),
      version: eb('version', '+', 1),
      ical_sequence: eb('ical_sequence', '+', 1),
    }))
    .where('id', '=', appointmentId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** Gives the time of a visit back and remembers whose it was. */
export async function emptyAllocations(db: Db, appointmentId: string): Promise<void> {
  await db
    .updateTable('allocation')
    .set({ during: sql<string>`'empty'::tstzrange` })
    .where('appointment_id', '=', appointmentId)
    .execute()
}

export async function updateCancelled(db: Db, appointmentId: string, reason: string, at: string): Promise<number> {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({
      status: 'cancelled',
      status_since: at,
      cancel_reason: reason,
      version: eb('version', '+', 1),
      ical_sequence: eb('ical_sequence', '+', 1),
    }))
    .where('id', '=', appointmentId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function updateRestored(db: Db, appointmentId: string): Promise<void> {
  await db
    .updateTable('appointment')
    .set((eb) => ({ cancel_reason: null, ical_sequence: eb('ical_sequence', '+', 1) }))
    .where('id', '=', appointmentId)
    .execute()
}

/** Where to write to a patient: the e-mail address named first. */
export async function selectEmail(db: Db, patientId: string): Promise<string | null> {
  const row = await db
    .selectFrom('contact_point')
    .select('value')
    .where('patient_id', '=', patientId)
    .where('system', '=', 'email')
    .orderBy('rank')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? null
}
