import type { ResourceKind, SetUpRole } from '@foyer/scheduling'
import type { Db } from '../../platform/database/organization-db.ts'
import type { Address, PracticeResource, Site, Tone, VisitType, VisitTypeRules } from './practice.ts'

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
  return rows.map(({ site_id, kind, new_patients_per_day: newPatientsPerDay, ...row }) => ({
    ...row,
    kind: kind as ResourceKind,
    siteId: site_id,
    newPatientsPerDay,
  }))
}

export async function selectResource(db: Db, id: string) {
  return db
    .selectFrom('resource')
    .innerJoin('site', 'site.id', 'resource.site_id')
    .select(['resource.id', 'resource.site_id as siteId', 'site.time_zone as timeZone'])
    .where('resource.id', '=', id)
    .executeTakeFirst()
}

export async function resourcesById(db: Db): Promise<ReadonlyMap<string, ResourceFields>> {
  return new Map((await selectResources(db)).map((one) => [one.id, one]))
}

export async function saveResource(db: Db, resource: ResourceFields): Promise<void> {
  const fields = {
    kind: resource.kind,
    name: resource.name,
    site_id: resource.siteId,
    specialty: resource.specialty,
    languages: [...resource.languages],
    active: resource.active,
    attributes: [...resource.attributes],
    lanes: resource.lanes,
    new_patients_per_day: resource.newPatientsPerDay ?? null,
  }
  await db
    .insertInto('resource')
    .values({ id: resource.id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
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
    roles: row.roles as unknown as SetUpRole[],
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
