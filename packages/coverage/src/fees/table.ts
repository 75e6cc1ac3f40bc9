export interface TableRow {
  /** On which the row begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

const delimiters = [',', ';', '\t', '|'] as const

/** Rows of a table as text (RFC 4180, and what spreadsheets write besides): cells trimmed, empty rows left out. */
export function tableRows(text: string): readonly TableRow[] {
  const content = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(content)
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let begun = 1
  const endRow = (): void => {
    cells.push(cell.trim())
    if (cells.some((one) => one !== '')) rows.push({ line: begun, cells })
    cells = []
    cell = ''
    begun = line
  }
  for (let at = 0; at < content.length; at++) {
    const sign = content[at] ?? ''
    if (sign === '\n' || (sign === '\r' && content[at + 1] !== '\n')) line++
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (content[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (sign === delimiter) {
      cells.push(cell.trim())
      cell = ''
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && content[at + 1] === '\n') continue
      endRow()
    } else cell += sign
  }
  endRow()
  return rows
}

/** The sign that stands most often in the first line that has one. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n?|\n/).find((line) => delimiters.some((sign) => line.includes(sign))) ?? ''
  const bare = first.replace(/"[^"]*"?/g, '')
  const count = (sign: string): number => bare.split(sign).length
  return delimiters.reduce<string>((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}
