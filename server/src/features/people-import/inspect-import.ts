import type { peopleImport, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { dateOrderOf, guessColumns, guessDelimiter, readDate } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { encodingOf, type FileEncoding, textOf } from './encoding.ts'
import { readRows } from './read-rows.ts'
import { reportOf } from './report.ts'
import { changeRun, lockRun, readParts, type RunRow, selectPartSizes } from './store.ts'

type Spec = typeof peopleImport.inspectImport

const SAMPLE = 200
/** Dates looked at in a column: the order shows long before. */
const MOST_DATES = 20_000

/** The file is complete: how it is written, what its columns seem to hold, how many rows there are. */
export async function inspectImport(ctx: Ctx, runId: string): Promise<Result<object, Refusal<Spec>>> {
  return ctx.tx<object, Refusal<Spec>>(async (db) => {
    const run = await lockRun(db, runId)
    if (!run) throw new Problem('not-found')
    if (run.state !== 'uploading') return refuse({ reason: 'wrong-state', state: run.state as never })
    const missing = await missingParts(db, run)
    if (missing.length > 0) return refuse({ reason: 'incomplete', missing: [...missing] })
    const encoding = await encodingOf(readParts(db, runId))
    const delimiter = guessDelimiter(await startOf(db, runId, encoding))
    const found = await lookThrough(db, runId, { encoding, delimiter }, Number(ctx.now.toString().slice(0, 4)))
    if (found.rows === 0) return refuse({ reason: 'no-rows' })
    await changeRun(db, runId, {
      state: 'mapping',
      encoding,
      delimiter,
      header: [...found.header],
      rows: found.rows,
      mapping: JSON.stringify({
        columns: found.columns,
        dateOrder: found.dateOrders[found.columns.indexOf('birthDate')] ?? 'month-first',
        nameOrder: 'given-first',
      }),
      report: JSON.stringify({ ...reportOf({}), dateOrders: found.dateOrders }),
    })
    return ok({})
  })
}

async function missingParts(db: Db, run: RunRow): Promise<readonly number[]> {
  const parts = await selectPartSizes(db, run.id)
  const there = new Map(parts.map(({ part, bytes }) => [part, bytes]))
  const last = parts.at(-1)?.part ?? 0
  const gaps = Array.from({ length: last + 1 }, (_, part) => part).filter((part) => !there.has(part))
  if (gaps.length > 0) return gaps.slice(0, 100)
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
  return bytes < run.bytes ? [last + 1] : []
}

async function startOf(db: Db, runId: string, encoding: FileEncoding): Promise<string> {
  for await (const text of textOf(readParts(db, runId), encoding)) return text.slice(0, 20_000)
  return ''
}

async function lookThrough(
  db: Db,
  runId: string,
  how: { readonly encoding: FileEncoding; readonly delimiter: string },
  thisYear: number,
) {
  let header: readonly string[] = []
  let rows = 0
  const sample: (readonly string[])[] = []
  const dates = new Map<number, string[]>()
  for await (const { fields } of readRows(readParts(db, runId), how)) {
    if (header.length === 0) {
      header = fields?.map((name) => name.slice(0, 100)) ?? []
      continue
    }
    rows += 1
    if (!fields) continue
    if (sample.length < SAMPLE) sample.push(fields)
    if (rows === SAMPLE || rows === 1)
      for (const at of dateColumns(sample, thisYear)) dates.set(at, dates.get(at) ?? [])
    for (const [at, list] of dates) if (list.length < MOST_DATES) list.push(fields[at] ?? '')
  }
  for (const at of dateColumns(sample, thisYear))
    if (!dates.has(at))
      dates.set(
        at,
        sample.map((row) => row[at] ?? ''),
      )
  return {
    header,
    rows,
    columns: guessColumns(header, sample, thisYear),
    dateOrders: header.map((_, at) => {
      const list = dates.get(at)
      return list ? dateOrderOf([...sample.map((row) => row[at] ?? ''), ...list]) : null
    }),
  }
}

/** Columns in which most of what stands there is a date. */
function dateColumns(sample: readonly (readonly string[])[], thisYear: number): readonly number[] {
  return (sample[0] ?? []).flatMap((_, at) => {
    const values = sample.map((row) => row[at] ?? '').filter((value) => value !== '')
    const read = values.filter((value) => value.length >= 6 && readDate(value, 'month-first', thisYear) !== null)
    return values.length > 0 && read.length * 2 > values.length ? [at] : []
  })
}
