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

/** One topic as a part of the page: where and when it was measured, what came out, the lines that tools read. */
export function resultsSection(topic: string, machine: readonly string[], { text, figures }: Report): string {
  const lines = figures.map((figure) => resultLine(topic, figure))
  const parts = [`## ${topic}`, machine.map((one) => `- ${one}`).join('\n'), text, ['```', ...lines, '```'].join('\n')]
  return `${parts.join('\n\n')}\n`
}

const head = '# Measured\n\nWritten by `npm run bench`; each topic as it was measured last.\n'

/** The page as it was, with the sections of these topics in place of what they said before; topics in order of their names. */
export function resultsPage(before: string, sections: ReadonlyMap<string, string>): string {
  const kept = before
    .split(/^(?=## )/m)
    .slice(1)
    .map((section): [string, string] => [/^## (.*)/.exec(section)?.[1]?.trim() ?? '', `${section.trim()}\n`])
  const all = new Map([...kept, ...sections])
  const names = [...all.keys()].sort()
  return [head, ...names.map((name) => all.get(name))].join('\n')
}
