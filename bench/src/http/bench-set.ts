import type pg from 'pg'

/** What bookings need and the demo practice has too little of: openings by the ten thousand, at a site of their own. */
export interface BenchSet {
  readonly siteId: string
  readonly visitTypeId: string
  readonly clinicianIds: readonly string[]
  readonly patientIds: readonly string[]
}

export const CLINICIANS = 40
const PATIENTS = 400
/** Starts every name here, and no name elsewhere. */
export const NAME_START = 'zzbench'

/** At work day and night, so that every five minutes of each is an opening. */
export async function insertBenchSet(database: pg.Pool): Promise<BenchSet> {
  const ids = async (text: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await database.query<{ id: string }>(text, [...values])).rows.map((row) => row.id)
  const [siteId = ''] = await ids(
    `insert into site (id, name, time_zone) values (gen_random_uuid(), 'Bench', 'America/Chicago') returning id`,
  )
  const clinicianIds = await ids(
    `insert into resource (id, kind, name, site_id) select gen_random_uuid(), 'practitioner', 'Bench ' || n, $1
     from generate_series(1, $2::int) n returning id`,
    [siteId, CLINICIANS],
  )
  await database.query(
    `insert into resource_hours (resource_id, weekday, start_minute, end_minute)
     select id, weekday, 0, 1440 from unnest($1::uuid[]) id, generate_series(1, 7) weekday`,
    [clinicianIds],
  )
  const roles = [{ role: 'clinician', kind: 'practitioner', candidates: clinicianIds }]
  const [visitTypeId = ''] = await ids(
    `insert into visit_type (id, name, name_es, duration_minutes, roles)
     values (gen_random_uuid(), 'Bench', 'Bench', 5, $1) returning id`,
    [JSON.stringify(roles)],
  )
  const patientIds = await ids(
    `insert into patient (id, mrn, given, family, birth_date, search_name) select gen_random_uuid(),
       (9000000 + n)::text, 'Bench', 'Zz' || n, '1980-01-01', ' ${NAME_START} zz' || n
     from generate_series(1, $1::int) n returning id`,
    [PATIENTS],
  )
  await database.query(
    `insert into contact_point (id, patient_id, system, value, search_value)
     select gen_random_uuid(), id, 'email', id || '@bench.invalid', id || '@bench.invalid' from unnest($1::uuid[]) id`,
    [patientIds],
  )
  await database.query('analyze')
  return { siteId, visitTypeId, clinicianIds, patientIds }
}
