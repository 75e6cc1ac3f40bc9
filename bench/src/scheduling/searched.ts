import type { Request } from 'autocannon'
import type pg from 'pg'

const clinicians = 100
const days = 90
const dayMs = 86_400_000

interface Searched {
  readonly siteId: string
  readonly visitTypeId: string
}

/** 100 clinicians in office hours, about 80 % of their half hours taken for 90 days. */
export async function insertSearched(database: pg.Pool): Promise<Searched> {
  const ids = async (text: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await database.query<{ id: string }>(text, [...values])).rows.map((row) => row.id)
  const [siteId = ''] = await ids(
    `insert into site (id, name, time_zone) values (gen_random_uuid(), 'Search', 'America/Chicago') returning id`,
  )
  const those = await ids(
    `insert into resource (id, kind, name, site_id) select gen_random_uuid(), 'practitioner', 'Search ' || n, $1
     from generate_series(1, $2::int) n returning id`,
    [siteId, clinicians],
  )
  await database.query(
    `insert into resource_hours (resource_id, weekday, start_minute, end_minute)
     select id, weekday, half, half + 240 from unnest($1::uuid[]) id, generate_series(1, 5) weekday, unnest('{480,780}'::int[]) half`,
    [those],
  )
  const roles = [{ role: 'clinician', kind: 'practitioner', candidates: those }]
  const [visitTypeId = ''] = await ids(
    `insert into visit_type (id, name, name_es, duration_minutes, roles)
     values (gen_random_uuid(), 'Search', 'Search', 30, $1) returning id`,
    [JSON.stringify(roles)],
  )
  // One patient a clinician: nobody is in two places.
  await database.query(
    `with it as (
       select r.id as resource, gen_random_uuid() as patient, row_number() over () as n from unnest($1::uuid[]) as r(id)),
     people as (
       insert into patient (id, mrn, given, family, birth_date, search_name)
       select patient, (8000000 + n)::text, 'Search', 'Zz', '1980-01-01', ' zzsearch' from it returning id),
     visits as (
       select gen_random_uuid() as id, it.resource, it.patient, t as start
       from it, generate_series(date_trunc('day', now()), now() + interval '${days} days', interval '30 minutes') t
       where random() < 0.8 and extract(hour from t) between 14 and 22 and extract(isodow from t) < 6),
     made as (
       insert into appointment (id, patient_id, visit_type_id, site_id, starts_at, ends_at, status_since, booked_at)
       select v.id, v.patient, $2, $3, v.start, v.start + interval '30 minutes', now(), now()
       from visits v, (select count(*) as c from people) p where p.c > 0 returning id, starts_at, ends_at)
     insert into allocation (id, resource_id, role, during, appointment_id)
     select gen_random_uuid(), v.resource, 'clinician', tstzrange(m.starts_at, m.ends_at), m.id
     from made m join visits v on v.id = m.id`,
    [those, visitTypeId, siteId],
  )
  await database.query('analyze')
  return { siteId, visitTypeId }
}

/** The first 20 of all 90 days. */
export function search({ siteId, visitTypeId }: Searched): Request {
  const date = (shift: number): string => new Date(Date.now() + shift * dayMs).toISOString().slice(0, 10)
  const body = JSON.stringify({ siteId, visitTypeId, from: date(1), to: date(days), limit: 20 })
  return { method: 'POST', path: '/api/openings', headers: { 'content-type': 'application/json' }, body }
}
