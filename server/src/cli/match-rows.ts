import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { mendQuotes } from '../platform/csv/mend-quotes.ts'
import { UsageError } from './command.ts'
import { openFault } from './open-fault.ts'

export interface TableRow {
  /** Line of the file on which the row ends, counted from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

/** A row longer than this is none. */
const LONGEST_ROW = 100_000

/**
 * Rows of a CSV file, one after the other: commas, semicolons, tabs or bars, quotes or none, spaces around fields, any
 * ends of lines, a byte order mark or none, UTF-8 or Windows' Latin letters. A row that cannot be parsed is told and
 * passed over.
 */
export async function* tableRows(
  file: string,
  onFault: (line: number, reason: string) => void,
): AsyncGenerator<TableRow> {
  await checkFile(file)
  const encoding = await encodingOf(file)
  const delimiter = await delimiterOf(file, encoding)
  const text = createReadStream(file, { encoding }) as AsyncIterable<string>
  const mended = mendQuotes(text, delimiter, (line) => onFault(line, 'a quote is not closed'))
  const parser = Readable.from(mended).pipe(
    parse({
      bom: true,
      delimiter,
      info: true,
      max_record_size: LONGEST_ROW,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
    }),
  )
  parser.on('skip', (error: CsvError | undefined) => {
    onFault(Number(error?.['lines'] ?? 0), error?.message ?? 'cannot be read')
  })
  for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
    yield { line: info.lines, fields: record }
  }
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: unknown) => {
    throw new UsageError(openFault(file, error))
  })
  if (found.isDirectory()) throw new UsageError(`${file} is a folder; which file in it?`)
}

type Encoding = 'utf8' | 'utf16le' | 'latin1'

async function encodingOf(file: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf16le'
      isFirst = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf8'
  } catch (error) {
    if (error instanceof TypeError) return 'latin1'
    throw error
  }
}

const delimiters = [',', ';', '\t', '|']

/** The sign that parts the header most often. */
async function delimiterOf(file: string, encoding: Encoding): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const [header = ''] = buffer.toString(encoding, 0, bytesRead).split(/[\r\n]/)
    const times = (sign: string): number => header.split(sign).length
    return delimiters.reduce((best, sign) => (times(sign) > times(best) ? sign : best))
  } finally {
    await handle.close()
  }
}
