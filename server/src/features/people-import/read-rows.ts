import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { mendQuotes } from '../../platform/csv/mend-quotes.ts'
import { type FileEncoding, textOf } from './encoding.ts'

export interface FileRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number
  /** Null for a row that cannot be parsed. */
  readonly fields: readonly string[] | null
}

/** A row longer than this is a quote that nobody closed. */
const LONGEST_ROW = 100_000

/**
 * Rows of a CSV file, one after the other, in as much memory as the longest of them: any ends of lines, quotes around
 * line breaks, spaces around fields. Empty lines are passed over. The header is a row.
 */
export async function* readRows(
  parts: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: { readonly encoding: FileEncoding; readonly delimiter: string },
): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    trim: true,
  })
  const unreadable: number[] = []
  parser.on('skip', (error: CsvError | undefined) => unreadable.push(Number(error?.['lines'] ?? 0)))
  // A fault of the source is thrown by the loop below.
  const lost = new Set<number>()
  const text = mendQuotes(textOf(parts, encoding), delimiter, (line) => lost.add(line))
  pipeline(Readable.from(text), parser, () => {})
  let ended = 0
  for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
    // The parser runs ahead of this loop.
    while (unreadable.length > 0 && (unreadable[0] ?? 0) < info.lines) {
      const line = unreadable.shift() ?? 0
      yield { line: ended + 1, fields: null }
      ended = Math.max(ended, line)
    }
    const line = ended + 1
    ended = info.lines
    if (lost.delete(info.lines)) yield { line: info.lines, fields: null }
    else if (record.length > 1 || record[0] !== '') yield { line, fields: record }
  }
  for (const line of lost) yield { line, fields: null }
  for (const line of unreadable) {
    yield { line: ended + 1, fields: null }
    ended = Math.max(ended, line)
  }
}
