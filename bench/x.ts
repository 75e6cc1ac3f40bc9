import { startEmbedded } from '@foyer/server/embedded-postgres'
import pg from 'pg'
import { readdirSync } from 'node:fs'
import * as s from './src/http/twin-statements.ts'
import { organizationDb } from '../server/src/platform/database/organization-db.ts'
import { openPool } from '../server/src/platform/database/pool.ts'
const folder = '/tmp/' + readdirSync('/tmp').find((n) => n.startsWith('.foyer-bench'))
const e = await startEmbedded({ dataFolder: folder, log: () => {} })
const pool = new pg.Pool({ connectionString: e.url, max: 1, options: '-c timezone=UTC -c search_path=org_riverside,extensions,public -c plan_cache_mode=force_generic_plan' })
pool.on('error', () => {})
const q = async (t: string, v: unknown[] = []) => (await pool.query(t, v)).rows as any[]
console.log(await q(`select relname, reltuples::int, pg_size_pretty(pg_total_relation_size(c.oid)) size from pg_class c join pg_namespace n on n.oid=relnamespace where nspname='org_riverside' and relkind='r' order by pg_total_relation_size(c.oid) desc limit 12`))
const [p] = await q(`select id from patient where search_name not like ' zz%' order by md5(mrn) limit 1`)
const [site] = await q(`select v.site_id, (starts_at at time zone 'America/Chicago')::date::text d, count(*) from appointment v join site s on s.id=v.site_id where s.name <> 'Bench' group by 1,2 order by 3 desc limit 1`)
console.log(site)
const res = (await q(`select id from resource where site_id=$1`, [site.site_id])).map((r) => r.id)
const timed = async (name: string, t: string, v: unknown[]) => {
  for (let i = 0; i < 10; i++) await pool.query({ name, text: t, values: v })
  const a = []
  for (let i = 0; i < 40; i++) { const b = performance.now(); await pool.query({ name, text: t, values: v }); a.push(performance.now() - b) }
  a.sort((x, y) => x - y)
  console.log(name, 'median', a[20]!.toFixed(2), 'min', a[0]!.toFixed(2))
}
await timed('twin patient', s.patientRead, [p.id])
await timed('twin search', s.patientSearch, ['% ma%'])
await timed('twin day', s.day, [site.site_id, site.d, res])
// what foyer sends
const fp = openPool({ url: e.url, size: 2, onError() {} })
const db = organizationDb(fp, 'org_riverside')
const seen: { sql: string; parameters: readonly unknown[] }[] = []
const spy = new Proxy(db, { get(t, k) { if (k === 'executeQuery') return async (c: any) => { seen.push(c); return t.executeQuery(c) }; const v = (t as any)[k]; return typeof v === 'function' ? v.bind(t) : v } })
const { selectPage } = await import('../server/src/features/patients/page/store.ts')
const { selectFound } = await import('../server/src/features/patients/search/store.ts')
await selectPage(spy as any, p.id, new Date().toISOString())
await selectFound(spy as any, { nameParts: 1, mrn: false, phone: false, email: false, birthDate: false, birthYear: false }, { name0: '% ma%', words: 'ma', now: new Date().toISOString(), limit: 20 } as any)
let i = 0
for (const c of seen) {
  const name = ['foyer patient', 'foyer search'][i++] ?? `x${i}`
  await timed(name, c.sql, [...c.parameters])
  const client = await pool.connect()
  const args = c.parameters.map((v) => v === null ? 'null' : Array.isArray(v) ? `'{${v}}'` : `'${v}'`).join(',')
  await client.query(`prepare z${i} as ${c.sql}`)
  const ex = await client.query(`explain (analyze, buffers off) execute z${i}(${args})`)
  console.log(ex.rows.map((r: any) => r['QUERY PLAN']).join('\n'))
  client.release()
}
await fp.end(); await pool.end(); await e.stop()
