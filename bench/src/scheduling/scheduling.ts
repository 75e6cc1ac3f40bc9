import { table } from '../report.ts'
import type { Figure, Report, TopicOptions } from '../topic.ts'
import { engineFigures } from './engine.ts'
import { growth } from './growth.ts'

/** What the scheduling engine costs by itself. What it costs over HTTP is measured beside it. */
export async function scheduling({ note }: TopicOptions): Promise<Report> {
  const figures = engineFigures(note)
  note('growth with resources, days and fill')
  return { figures, text: textOf(figures, growth()), database: null }
}

function textOf(figures: readonly Figure[], grown: string): string {
  const rows = figures.map(({ name, value, unit, target, isOk }) => [
    name,
    `${value} ${unit}`,
    target ?? '-',
    isOk ? 'yes' : 'no',
  ])
  return `1,000 resources, 90 days, weekdays 08:00 to 12:00 and 13:00 to 17:00, 80 % of all ten minutes taken at random; a visit of 30
minutes with any of them. The bare scan reads the same bits and knows only the length and the grid: no wishes, zones,
sessions, ranks or reasons; for the first 20 it scans the same two days and keeps the soonest 20. Medians; what is compared
took turns.

${table(['what', 'measured', 'to reach', 'reached'], rows)}

How it grows; the bars are all openings.

${grown}`
}
