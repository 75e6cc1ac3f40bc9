import type { HoursException, ResourceKind, WeeklyHours } from '@foyer/scheduling'
import type { Db } from '../../platform/database/organization-db.ts'
import type { Address, Payer, PracticeResource, RoleWish, Site, Tone, VisitType } from './practice.ts'

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
      hours.map(({ weekday, startMinute, endMinute }) => ({
        resource_id: resource.id,
        weekday,
        start_minute: startMinute,
        end_minute: endMinute,
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
