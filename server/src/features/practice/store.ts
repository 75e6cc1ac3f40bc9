import type { HoursException, ResourceKind, WeeklyHours } from '@foyer/scheduling'
import type { Db } from '../../platform/database/organization-db.ts'
import type {
  Address,
  Holiday,
  Payer,
  PracticeResource,
  RoleWish,
  Site,
  Tone,
  VisitType,
  VisitTypeRules,
} from './practice.ts'

export type ResourceFields = Omit<PracticeResource, 'hours' | 'exceptions'>
export type VisitTypeFields = Omit<VisitType, 'rule'>

export async function selectSites(db: Db): Promise<Site[]> {
  const rows = await db.selectFrom('site').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(({ time_zone, address, ...row }) => ({
    ...row,
    timeZone: time_zone,
    address: address as Address | null,
  }))
}

export async function saveSite(db: Db, site: Site): Promise<void> {
  const { id, ...fields } = {
    id: site.id,
    name: site.name,
    time_zone: site.timeZone,
    phone: site.phone,
    address: site.address === null ? null : JSON.stringify(site.address),
    active: site.active,
  }
  await db
    .insertInto('site')
    .values({ id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}

export async function siteExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('site').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function selectResources(db: Db): Promise<ResourceFields[]> {
  const rows = await db.selectFrom('resource').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(({ site_id, kind, ...row }) => ({ ...row, kind: kind as ResourceKind, siteId: site_id }))
}

export async function selectResource(db: Db, id: string) {
  return db
    .selectFrom('resource')
    .innerJoin('site', 'site.id', 'resource.site_id')
    .select(['resource.id', 'resource.site_id as siteId', 'site.time_zone as timeZone'])
    .where('resource.id', '=', id)
    .executeTakeFirst()
}

export async function kindsOf(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('resource').select(['id', 'kind']).execute()
  return new Map(rows.map((row) => [row.id, row.kind]))
}

/** The hours are taken as the whole week: what is not among them is gone. */
export async function saveResource(db: Db, resource: ResourceFields, hours: readonly WeeklyHours[]): Promise<void> {
  const fields = {
    kind: resource.kind,
    name: resource.name,
    site_id: resource.siteId,
    specialty: resource.specialty,
    languages: [...resource.languages],
    active: resource.active,
    attributes: [...resource.attributes],
    lanes: resource.lanes,
  }
  await db
    .insertInto('resource')
    .values({ id: resource.id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
  await db.deleteFrom('resource_hours').where('resource_id', '=', resource.id).execute()
  if (hours.length === 0) return
  await db
    .insertInto('resource_hours')
    .values(
      hours.map((one) => ({
        resource_id: resource.id,
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

export async function selectHours(db: Db): Promise<Of<WeeklyHours>[]> {
  const rows = await db.selectFrom('resource_hours').selectAll().orderBy('weekday').orderBy('start_minute').execute()
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

export async function selectVisitTypes(db: Db): Promise<VisitTypeFields[]> {
  const rows = await db.selectFrom('visit_type').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameEs: row.name_es,
    durationMinutes: row.duration_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    forNewPatients: row.for_new_patients,
    telehealth: row.telehealth,
    copayCents: row.copay_cents,
    tone: row.tone as Tone,
    prep: row.prep,
    prepEs: row.prep_es,
    active: row.active,
    // Written by saveVisitType only.
    rules: row.rules as unknown as VisitTypeRules,
    roles: row.roles as unknown as RoleWish[],
  }))
}

export async function saveVisitType(db: Db, visitType: VisitTypeFields): Promise<void> {
  const fields = {
    name: visitType.name,
    name_es: visitType.nameEs,
    duration_minutes: visitType.durationMinutes,
    buffer_after_minutes: visitType.bufferAfterMinutes,
    for_new_patients: visitType.forNewPatients,
    telehealth: visitType.telehealth,
    copay_cents: visitType.copayCents,
    tone: visitType.tone,
    prep: visitType.prep,
    prep_es: visitType.prepEs,
    active: visitType.active,
    rules: JSON.stringify(visitType.rules),
    roles: JSON.stringify(visitType.roles),
  }
  await db
    .insertInto('visit_type')
    .values({ id: visitType.id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}

export async function visitTypeExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('visit_type').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function selectPayers(db: Db): Promise<Payer[]> {
  const rows = await db.selectFrom('payer').selectAll().orderBy('name').execute()
  return rows.map(({ id, name, payer_id }) => ({ id, name, payerId: payer_id }))
}

export async function insertPayer(db: Db, payer: Payer): Promise<void> {
  await db.insertInto('payer').values({ id: payer.id, name: payer.name, payer_id: payer.payerId }).execute()
}

export function selectHolidays(db: Db): Promise<Holiday[]> {
  return db.selectFrom('holiday').select(['id', 'date', 'name', 'site_id as siteId']).orderBy('date').execute()
}
