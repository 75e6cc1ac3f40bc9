import type { peopleImport, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { FileEncoding } from './encoding.ts'
import { readRows } from './read-rows.ts'
import { mappingOf, reportOf } from './report.ts'
import { findRun, readParts, type RunRow, selectRuns } from './store.ts'

const SHOWN = 8
const MOST_RUNS = 100

type Line = Reply<typeof peopleImport.listImports>['runs'][number]

function lineOf(run: RunRow & { readonly by: string | null }): Line {
  return {
    id: run.id,
    fileName: run.file_name,
    state: run.state as Line['state'],
    rows: run.rows,
    counts: { ...reportOf(run.report).counts },
    startedAt: run.started_at,
    startedBy: run.by ?? '',
    finishedAt: run.finished_at,
  }
}

export async function listImports(ctx: Ctx): Promise<Reply<typeof peopleImport.listImports>> {
  return { runs: (await selectRuns(ctx.db, MOST_RUNS)).map(lineOf) }
}

export async function readImport(ctx: Ctx, runId: string): Promise<Reply<typeof peopleImport.readImport>> {
  const run = await findRun(ctx.db, runId)
  if (!run) throw new Problem('not-found')
  const report = reportOf(run.report)
  const mapping = mappingOf(run.mapping)
  return {
    ...lineOf(run),
    encoding: run.encoding,
    delimiter: run.delimiter,
    header: run.header,
    mapping: { ...mapping, columns: [...mapping.columns] },
    identifierSystem: run.identifier_system,
    asked: run.asked as 'create' | 'hold',
    dateOrders: [...report.dateOrders],
    sample: run.state === 'mapping' ? await sampleOf(ctx.db, run) : [],
    progress: report.progress,
    isCut: report.isCut,
    undo: report.undo,
  }
}

async function sampleOf(db: Db, { id, encoding, delimiter }: RunRow): Promise<string[][]> {
  const shown: string[][] = []
  let isHeader = true
  const how = { encoding: (encoding ?? 'utf-8') as FileEncoding, delimiter: delimiter ?? ',' }
  for await (const { fields } of readRows(readParts(db, id), how)) {
    if (!isHeader && fields) shown.push(fields.map((field) => field.slice(0, 80)))
    isHeader = false
    if (shown.length === SHOWN) break
  }
  return shown
}
