import type { Figure, Report } from './topic.ts'

export function resultLine(topic: string, { name, value, unit, target, isOk }: Figure): string {
  return `RESULT ${topic}/${name} value=${value} unit=${unit} target=${target ?? '-'} ok=${isOk ? 'yes' : 'no'}`
}

/** A Markdown table whose columns line up when read as plain text; all but the first stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, 3, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] ?? ''
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    return `| ${padded.join(' | ')} |`
  }
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}

export function resultsPage(machine: readonly string[], reports: ReadonlyMap<string, Report>): string {
  const parts = [...reports].map(
    ([topic, { text, figures }]) =>
      `## ${topic}\n\n${text}\n\n\`\`\`\n${figures.map((figure) => resultLine(topic, figure)).join('\n')}\n\`\`\`\n`,
  )
  return `# Measured\n\nWritten by \`npm run bench\`.\n\n${machine.map((one) => `- ${one}`).join('\n')}\n\n${parts.join('\n')}`
}
