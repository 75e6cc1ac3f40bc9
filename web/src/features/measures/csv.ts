/** One number of a report, in a form that every table program understands. */
export interface CsvRow {
  readonly measure: string
  readonly group: string
  readonly item: string
  readonly value: number | null
  readonly unit: string
}

const columns = ['measure', 'group', 'item', 'value', 'unit'] as const

/** RFC 4180, with a mark of UTF-8 that Excel needs. */
export function csvText(rows: readonly CsvRow[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','))
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

/** A name that begins like a formula is one to a table program, and would be run (OWASP, "CSV injection"). */
function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
