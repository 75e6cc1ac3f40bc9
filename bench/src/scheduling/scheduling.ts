import { table } from '../report.ts'
import type { Figure, Report, TopicOptions } from '../topic.ts'
import { engineFigures } from './engine.ts'
import { growth } from './growth.ts'
import { httpFigures } from './over-http.ts'
import { TWIN_CLINICIANS } from './twin.ts'

const picture = 'scheduling-growth.svg'

/** What the scheduling engine costs by itself, and what finding and booking cost over HTTP. */
export async function scheduling({ keep, note }: TopicOptions): Promise<Report> {
  const engine = engineFigures(note)
  const served = await httpFigures(keep, note)
  const figures = [...engine, ...served.figures]
  note('growth with resources, days and fill')
  const { text, svg } = growth()
  return {
    figures,
    text: textOf(figures, text, served.skipped),
    database: served.database,
    pictures: { [picture]: svg },
  }
}

function textOf(figures: readonly Figure[], grown: string, skipped: readonly string[]): string {
  const rows = figures.map(({ name, value, unit, target, isOk }) => [
    name,
    `${value} ${unit}`,
    target ?? '-',
    isOk ? 'yes' : 'no',
  ])
  const missing = skipped.map((name) => `\nSkipped, because no pgbench is installed: ${name}`).join('')
  return `1,000 resources, 90 days, weekdays 08:00 to 12:00 and 13:00 to 17:00, 80 % of all ten minutes taken at random; a visit of 30
minutes with any of them. The bare scan reads the same bits and knows only the length and the grid: no wishes, zones,
sessions, ranks or reasons; for the first 20 it scans two days and keeps the soonest 20. The walk is as bare, on lists of
intervals. The twin is the package's own, with every rule and the ranks, on intervals; it would take minutes for a thousand,
so ${TWIN_CLINICIANS} of the clinicians are asked for over all 90 days, of it and of the index, and both give the same list. Medians; what is compared
took turns. pgbench: the same visit with its clinician and an audit entry as one prepared statement, straight at the database.

${table(['what', 'measured', 'to reach', 'reached'], rows)}${missing}

How it grows. Here the searches of one size take turns with each other, so that each finds the caches full of another's data; above each
takes turns with its bare scan alone, which is what its target speaks of.

![Time of a search as resources, days and fill grow; the table has the figures](results/${picture})

${grown}`
}
