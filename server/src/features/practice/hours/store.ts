import type { HoursException, WeeklyHours } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'

/** The hours are taken as all there are: what is not among them is gone. */
export async function saveHours(db: Db, resourceId: string, hours: readonly WeeklyHours[]): Promise<void> {
  await db.deleteFrom('resource_hours').where('resource_id', '=', resourceId).execute()
  if (hours.length === 0) return
  await db
    .insertInto('resource_hours')
    .values(
      hours.map((one) => ({
        resource_id: resourceId,
        weekday: one.weekday,
        start_minute: one.startMinute,
        end_minute: one.endMinute,
        kind: one.kind ?? 'open',
        label: one.label ?? null,
        every_weeks: one.everyWeeks ?? 1,
        anchor: one.anchor ?? null,
        valid_from: one.validFrom ?? null,
        valid_to: one.validTo ?? null,
        visit_type_ids: one.visitTypeIds ? [...one.visitTypeIds] : null,
        release_minutes: one.releaseMinutes ?? null,
        capacity: one.capacity ?? null,
        lanes: one.lanes ?? null,
        overbook: one.overbook ?? 0,
        grid_minutes: one.gridMinutes ?? null,
        walk_in: one.walkIn ?? false,
      })),
    )
    .execute()
}

/** Something that belongs to a resource. */
export interface Of<T> {
  readonly resourceId: string
  readonly value: T
}

export async function selectHours(db: Db, resourceId?: string): Promise<Of<WeeklyHours>[]> {
  const all = db.selectFrom('resource_hours').selectAll().orderBy('weekday').orderBy('start_minute')
  const rows = await (resourceId === undefined ? all : all.where('resource_id', '=', resourceId)).execute()
  return rows.map((row) => ({
    resourceId: row.resource_id,
    value: {
      weekday: row.weekday as WeeklyHours['weekday'],
      startMinute: row.start_minute,
      endMinute: row.end_minute,
      ...(row.kind === 'break' && { kind: 'break' as const }),
      ...(row.label !== null && { label: row.label }),
      ...(row.every_weeks === 2 && { everyWeeks: 2 as const }),
      ...(row.anchor !== null && { anchor: row.anchor }),
      ...(row.valid_from !== null && { validFrom: row.valid_from }),
      ...(row.valid_to !== null && { validTo: row.valid_to }),
      ...(row.visit_type_ids !== null && { visitTypeIds: row.visit_type_ids }),
      ...(row.release_minutes !== null && { releaseMinutes: row.release_minutes }),
      ...(row.capacity !== null && { capacity: row.capacity }),
      ...(row.lanes !== null && { lanes: row.lanes }),
      ...(row.overbook > 0 && { overbook: row.overbook }),
      ...(row.grid_minutes !== null && { gridMinutes: row.grid_minutes }),
      ...(row.walk_in && { walkIn: true }),
    },
  }))
}

export async function selectExceptions(db: Db): Promise<Of<HoursException>[]> {
  const rows = await db.selectFrom('resource_exception').selectAll().orderBy('date').orderBy('start_minute').execute()
  return rows.map((row) => ({
    resourceId: row.resource_id,
    value: {
      date: row.date,
      startMinute: row.start_minute,
      endMinute: row.end_minute,
      kind: row.kind as HoursException['kind'],
      reason: row.reason,
    },
  }))
}

/** The weekly hours of one resource, sorted by weekday and start. */
export async function selectHoursOf(db: Db, resourceId: string): Promise<WeeklyHours[]> {
  return (await selectHours(db, resourceId)).map(({ value }) => value)
}
