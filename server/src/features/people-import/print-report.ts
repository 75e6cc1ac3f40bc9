import type { peopleImport, Query } from '@foyer/contract'
import { csvLine } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Media } from '../../platform/http/route.ts'
import { linesOf, notesOf } from './list-rows.ts'
import { reportWords, wordFor } from './report-words.ts'
import { findRun, selectRunRows } from './store.ts'

const AT_ONCE = 2000

/** Lines, words and record numbers only: whoever has the file knows who is meant, and nobody else does. */
export async function printReport(
  ctx: Ctx,
  runId: string,
  { language }: Query<typeof peopleImport.printImportReport>,
): Promise<Media> {
  const run = await findRun(ctx.db, runId)
  if (!run) throw new Problem('not-found')
  const words = reportWords[language]
  const columnOf = (at: number | null) => (at === null ? '' : (run.header[at] ?? ''))
  const touched: string[] = []
  const lines = [csvLine(words.head)]
  for (let after = 0; ; ) {
    const rows = await selectRunRows(ctx.db, runId, 'all', after, AT_ONCE)
    const last = rows.at(-1)
    if (!last) break
    const people = await linesOf(ctx, rows)
    touched.push(...people.keys())
    for (const row of rows) {
      lines.push(
        csvLine([
          String(row.line),
          wordFor(words, row.outcome),
          wordFor(words, row.problem),
          columnOf(row.problem_column),
          notesOf(row)
            .map(({ code, column }) => `${columnOf(column)}: ${wordFor(words, code)}`)
            .join('; '),
          row.same_as_line === null ? '' : String(row.same_as_line),
          people.get(row.patient_id ?? '')?.mrn ?? '',
          people.get(row.other_id ?? '')?.mrn ?? '',
          wordFor(words, row.undone),
        ]),
      )
    }
    after = last.line
  }
  ctx.touch(touched)
  // The mark tells a spreadsheet that the letters are UTF-8.
  return { media: 'text/csv', filename: 'people-import.csv', bytes: Buffer.from(`\ufeff${lines.join('')}`) }
}
