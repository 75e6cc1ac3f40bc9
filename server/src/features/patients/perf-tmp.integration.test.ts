import { patients } from '@foyer/contract'
import { sql } from 'kysely'
import { test } from 'vitest'
import { openTestApp } from '../../platform/testing/test-app.ts'
import { searchPatients } from './search/search-patients.ts'
import { readPatient } from './page/read-patient.ts'

for (const size of [2000])
  test('perf ' + size, { timeout: 300_000 }, async () => {
    const t = await openTestApp()
    const { db } = t.riverside
    const schema = t.app.organizations.find('riverside')!.schema
    const pg = t.pool.pg
    const q = (text: string) => pg.query(text.replaceAll('@', schema + '.'))
    await q(`insert into @patient(id,mrn,given,family,birth_date,search_name)
      select gen_random_uuid(), lpad((410000+i)::text,8,'0'), g, f, (date '1930-01-01' + (i*7919 % 34000))::text, ' '||lower(f)||' '||lower(g)
      from (select i, (array['Mai','Chelsey','Maria','John','Peter','Linh','Olga','Sofia','James','Aisha','Noor','Marta','Marco','Liam','Emma'])[1+i%15] || (array['','','','a','el','ette','o'])[1+i%7] g,
       (array['Nguyen','Hoeger','Garcia','Smith','Novak','Alvarez','Muller','Okafor','Gardner','Garner','Ng','Ngo','Sidorova','Petrov','Castillo','Reyes','Kim','Lee','Li'])[1+i%19] || (array['','','','son','ova','ez','berg','man','ski','ic','ton'])[1+i%11] f from generate_series(1,${size}) i) x`)
    await q(
      `insert into @contact_point(id,patient_id,system,value,search_value) select gen_random_uuid(), id, 'phone', '+1312'||substr(mrn,2), reverse('1312'||substr(mrn,2)) from @patient`,
    )
    await q(`insert into @site(id,name,time_zone) values (gen_random_uuid(),'Main','America/Chicago')`)
    await q(
      `insert into @visit_type(id,name,name_es,duration_minutes,roles,copay_cents) values (gen_random_uuid(),'F','F',20,'[]',2500)`,
    )
    await q(
      `insert into @resource(id,kind,name,site_id) select gen_random_uuid(),'practitioner','Dr '||i,(select id from @site) from generate_series(1,8) i`,
    )
    await q(`insert into @appointment(id,patient_id,visit_type_id,site_id,starts_at,ends_at,status,status_since,booked_at)
      select gen_random_uuid(), p.id, (select id from @visit_type), (select id from @site), now() + (n*11-22)*interval '1 day', now() + (n*11-22)*interval '1 day' + interval '20 min', case when n<2 then 'checked-out' else 'booked' end, now(), now() from (select id from @patient limit 4000) p, generate_series(0,3) n`)
    await q(`insert into @payer(id,name) values (gen_random_uuid(),'P')`)
    await q(
      `insert into @coverage(id,patient_id,payer_id,checked_at) select gen_random_uuid(), id,(select id from @payer), now() from @patient`,
    )
    await q(`analyze`)
    const { rows } = await q(`select id from @patient limit 2000`)
    const ids = rows.map((r) => r.id as string)
    const ctx = { db, now: t.clock.now(), touch: () => {}, actor: { role: 'coordinator' } } as never
    async function time(name: string, n: number, run: (i: number) => Promise<unknown>) {
      for (let i = 0; i < Math.min(n, 60); i++) await run(i)
      const s = performance.now()
      let next = 0
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          while (next < n) await run(next++)
        }),
      )
      const ms = performance.now() - s
      console.log(size, name, 'per s', Math.round((n / ms) * 1000), 'ms/each', (ms / n).toFixed(3))
    }

    await time('page', 4000, (i) => readPatient(ctx, ids[i % ids.length]!))
    await time('one row', 4000, (i) =>
      db
        .selectFrom('patient')
        .selectAll()
        .where('id', '=', ids[i % ids.length]!)
        .execute(),
    )
    for (const text of ['hoeg che', 'nguyen', 'ma', '3/14/1961', '555 0134', 'ngyuen', 'chelsy hoger'])
      await time(text, 1000, () => searchPatients(ctx, { q: text, limit: 20 }))
    const desk = await t.riverside.as('coordinator')
    await time('http page', 2000, (i) => desk.call(patients.readPatient, { patientId: ids[i % ids.length]! }))
    const { rows: st } = await q(
      'select name, generic_plans, custom_plans, left(statement, 60) s from pg_prepared_statements',
    )
    console.log(JSON.stringify(st))
    void sql
    await t.stop()
  })
