import type { BookingPlan } from '@foyer/scheduling'
import { sql } from 'kysely'
import type { Db, Statement } from '../../../platform/database/organization-db.ts'
import { joinable } from '../../../platform/database/statement.ts'
import { instantOfMs } from '../instants.ts'
import type { By } from '../store.ts'
import { inOrder, queueKeys } from '../time/store.ts'

export interface NewAppointment {
  readonly id: string
  readonly patientId: string
  readonly visitTypeId: string
  readonly siteId: string
  readonly note: string | null
  /** Evaluations of the rules, as the visit keeps them. */
  readonly rules: readonly object[]
  readonly source?: 'desk' | 'self' | 'repair' | 'import'
  readonly approval?: 'pending' | null
  readonly walkIn?: boolean
  readonly chain?: { readonly id: string; readonly leg: number } | null
  readonly series?: { readonly id: string; readonly occurrence: number } | null
  readonly group?: { readonly id: string; readonly seat: number } | null
}

const visitColumns = [
  ...(['id', 'patient_id', 'visit_type_id', 'site_id', 'starts_at', 'ends_at', 'status_since', 'note'] as const),
  ...(['booked_by', 'booked_at', 'rules', 'source', 'approval', 'walk_in', 'chain_id', 'chain_leg'] as const),
  ...(['series_id', 'series_occurrence', 'group_session_id', 'seat'] as const),
]
const visitNames = ['id', 'patientId', 'visitTypeId', 'siteId', 'start', 'end', 'note', 'at', 'staffId'] as const
const partNames = ['rules', 'source', 'approval', 'walkIn', 'chainId', 'leg', 'seriesId', 'occurrence'] as const
const restNames = ['groupId', 'seat', 'by', 'stepId', 'keys'] as const
const rowNames = ['id', 'resource', 'role', 'from', 'until', 'lane'] as const

/** One statement for each number of resources. Whoever wants the same time waits in it before anything is inserted. */
function bookingOf(resources: number) {
  const rows = Array.from({ length: resources }, (_, at) => rowNames.map((name) => `${name}${at}`))
  return joinable([...visitNames, ...partNames, ...restNames, ...rows.flat()], (db, slots, first) => {
    // Every name is one of those handed in above.
    const slot = (name: string): string => slots[name] as string
    const wanted = rows.map(
      ([id = '', resource = '', role = '', from = '', until = '', lane = '']) =>
        sql`(${slot(id)}::uuid, ${slot(resource)}::uuid, ${slot(role)}::text, ${slot(from)}::timestamptz, ${slot(until)}::timestamptz, ${slot(lane)}::smallint)`,
    )
    const visit = db
      .insertInto('appointment')
      .columns(visitColumns)
      // Nobody is booked who is not there any more: without the visit the rest of the statement finds no hold.
      .expression((eb) =>
        eb
          .selectFrom('patient as p')
          .select([
            sql<string>`${slot('id')}::uuid`.as('id'),
            'p.id as patient_id',
            sql<string>`${slot('visitTypeId')}::uuid`.as('visit_type_id'),
            sql<string>`${slot('siteId')}::uuid`.as('site_id'),
            sql<string>`${slot('start')}::timestamptz`.as('starts_at'),
            sql<string>`${slot('end')}::timestamptz`.as('ends_at'),
            sql<string>`${slot('at')}::timestamptz`.as('status_since'),
            sql<string>`${slot('note')}::text`.as('note'),
            sql<string>`${slot('staffId')}::uuid`.as('booked_by'),
            sql<string>`${slot('at')}::timestamptz`.as('booked_at'),
            sql<string>`${slot('rules')}::jsonb`.as('rules'),
            sql<string>`${slot('source')}::text`.as('source'),
            sql<string>`${slot('approval')}::text`.as('approval'),
            sql<boolean>`${slot('walkIn')}::boolean`.as('walk_in'),
            sql<string>`${slot('chainId')}::uuid`.as('chain_id'),
            sql<number>`${slot('leg')}::smallint`.as('chain_leg'),
            sql<string>`${slot('seriesId')}::uuid`.as('series_id'),
            sql<number>`${slot('occurrence')}::smallint`.as('series_occurrence'),
            sql<string>`${slot('groupId')}::uuid`.as('group_session_id'),
            sql<number>`${slot('seat')}::smallint`.as('seat'),
          ])
          .where('p.id', '=', slot('patientId'))
          .where('p.deceased', '=', false),
      )
    const step = {
      id: slot('stepId'),
      appointment_id: slot('id'),
      to_status: 'booked',
      at: slot('at'),
      by_staff: slot('staffId'),
      by_name: slot('by'),
    }
    const booked = first.with('visit', () => visit)
    if (resources === 0) return booked.insertInto('appointment_status_history').values(step)
    return booked
      .with('kept', (query) =>
        query
          .insertInto('allocation')
          .columns(['id', 'resource_id', 'role', 'during', 'lane', 'appointment_id'])
          .expression(
            sql`select w.id, w.resource_id, w.role, tstzrange(w.starts_at, w.ends_at), w.lane, ${slot('id')}::uuid from (select count(pg_advisory_xact_lock(hashtextextended(key, 0))) as length from unnest(${slot('keys')}::text[]) as key) as queue, (values ${sql.join(wanted)}) as w(id, resource_id, role, starts_at, ends_at, lane) where queue.length > 0`,
          ),
      )
      .insertInto('appointment_status_history')
      .values(step)
  })
}

const bookings = new Map<number, ReturnType<typeof bookingOf>>()

/** The visit, its resources and the first line of its history as one statement. */
export function insertAppointment(
  db: Db,
  visit: NewAppointment,
  plan: BookingPlan,
  by: By,
  newId: () => string,
): Statement {
  const assignments = inOrder(plan)
  const build = bookings.get(assignments.length) ?? bookingOf(assignments.length)
  bookings.set(assignments.length, build)
  const values: Record<string, unknown> = {
    id: visit.id,
    patientId: visit.patientId,
    visitTypeId: visit.visitTypeId,
    siteId: visit.siteId,
    note: visit.note,
    rules: JSON.stringify(visit.rules),
    source: visit.source ?? 'desk',
    approval: visit.approval ?? null,
    walkIn: visit.walkIn ?? false,
    chainId: visit.chain?.id ?? null,
    leg: visit.chain?.leg ?? null,
    seriesId: visit.series?.id ?? null,
    occurrence: visit.series?.occurrence ?? null,
    groupId: visit.group?.id ?? null,
    seat: visit.group?.seat ?? null,
    start: instantOfMs(plan.start),
    end: instantOfMs(plan.end),
    at: by.at,
    staffId: by.staffId,
    by: by.name,
    stepId: newId(),
    keys: queueKeys(plan.assignments),
  }
  for (const [at, one] of assignments.entries()) {
    values[`id${at}`] = newId()
    values[`resource${at}`] = one.resourceId
    values[`role${at}`] = one.role
    values[`from${at}`] = instantOfMs(one.start)
    values[`until${at}`] = instantOfMs(one.end)
    values[`lane${at}`] = one.lane ?? 0
  }
  return build(db, values)
}
