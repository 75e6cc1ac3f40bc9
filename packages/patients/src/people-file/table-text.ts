export const fileDelimiters = [',', ';', '\t', '|'] as const
export type FileDelimiter = (typeof fileDelimiters)[number]

/** The sign that parts the first lines best: it stands in each of them equally often, outside quotes. */
export function guessDelimiter(start: string): FileDelimiter {
  const lines = linesOf(start).slice(0, 10)
  const score = (sign: string): number => {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"?/g, '').split(sign).length - 1)
    const [first = 0] = counts
    return first === 0 ? 0 : first * counts.filter((count) => count === first).length
  }
  return fileDelimiters.reduce<FileDelimiter>((best, sign) => (score(sign) > score(best) ? sign : best), ',')
}

/** Lines that are not empty; a line break between quotes ends none. */
function linesOf(text: string): readonly string[] {
  return (text.match(/(?:"(?:[^"]|"")*"?|[^"\r\n])+/g) ?? []).filter((line) => line.trim() !== '')
}

/**
 * A cell of a CSV file (RFC 4180). A value that a spreadsheet would take for a formula gets an apostrophe before it, so
 * that opening a report never runs what stood in somebody's file (OWASP, CSV injection).
 */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvLine(values: readonly string[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
