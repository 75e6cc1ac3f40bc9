import type { peopleImport, Query, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { findPatientLines, mayOpen, type PatientLine } from '../patients/index.ts'
import { findRun, type RowRow, selectRunRows } from './store.ts'

const PAGE = 100

type Rows = Reply<typeof peopleImport.listImportRows>
type Note = { readonly code: string; readonly column: number | null }

/** People of these rows whom the caller may see; a restricted record that is not open to them is nobody. */
export async function linesOf(ctx: Ctx, rows: readonly RowRow[]): Promise<ReadonlyMap<string, PatientLine>> {
  const ids = [
    ...new Set(rows.flatMap(({ patient_id, other_id }) => [patient_id, other_id].filter((id) => id !== null))),
  ]
  const open = await mayOpen(ctx, ctx.db, ids)
  const lines = await findPatientLines(ctx.db, [...open])
  return new Map(lines.map((line) => [line.id, line]))
}

export function notesOf(row: RowRow): readonly Note[] {
  return (row.notes as unknown as readonly Note[] | null) ?? []
}

export async function listRows(
  ctx: Ctx,
  runId: string,
  { which, after }: Query<typeof peopleImport.listImportRows>,
): Promise<Rows> {
  const run = await findRun(ctx.db, runId)
  if (!run) throw new Problem('not-found')
  const rows = await selectRunRows(ctx.db, runId, which, after, PAGE)
  const people = await linesOf(ctx, rows)
  ctx.touch([...people.keys()])
  const nameOf = (column: number | null) => (column === null ? null : (run.header[column] ?? null))
  return {
    rows: rows.map((row) => ({
      line: row.line,
      outcome: row.outcome as Rows['rows'][number]['outcome'],
      problem: row.problem as Rows['rows'][number]['problem'],
      column: nameOf(row.problem_column),
      notes: notesOf(row).map(({ code, column }) => ({ problem: code as never, column: nameOf(column) })),
      sameAsLine: row.same_as_line,
      patient: people.get(row.patient_id ?? '') ?? null,
      other: people.get(row.other_id ?? '') ?? null,
      undone: row.undone,
    })),
    next: rows.length === PAGE ? (rows.at(-1)?.line ?? null) : null,
  }
}
