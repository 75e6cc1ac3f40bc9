import { allOpenings, findOpenings } from '@foyer/scheduling'
import { table } from '../report.ts'
import { build, now, practiceRows } from './practice.ts'
import { timeInTurn } from './timing.ts'
import { plainRequest } from './visits.ts'

interface Point {
  readonly resources: number
  readonly days: number
  readonly fill: number
}

const middle: Point = { resources: 1000, days: 90, fill: 80 }
const points: readonly Point[] = [
  { ...middle, resources: 100 },
  { ...middle, resources: 300 },
  { ...middle, days: 30 },
  { ...middle, days: 60 },
  { ...middle, fill: 50 },
  { ...middle, fill: 95 },
  middle,
]
const barWidth = 30

/** How both questions grow with resources, days and fill, as a table and as bars. */
export function growth(): string {
  const rows = points.map((point) => {
    const made = practiceRows(point.resources, point.days, point.fill)
    const index = build(made, point.days)
    const times = timeInTurn(
      {
        first: () => findOpenings(plainRequest(made, 20), index, now),
        all: () => allOpenings(plainRequest(made, Infinity), index, now),
      },
      25,
    )
    const count = allOpenings(plainRequest(made, Infinity), index, now).count
    return { point, count, first: times.get('first')?.median ?? 0, all: times.get('all')?.median ?? 0 }
  })
  const most = Math.max(...rows.map(({ all }) => all))
  const head = ['resources', 'days', 'fill', 'openings', 'first 20 (ms)', 'all (ms)', 'all']
  const lines = rows.map(({ point, count, first, all }) => [
    String(point.resources),
    String(point.days),
    `${point.fill} %`,
    String(count),
    first.toFixed(2),
    all.toFixed(2),
    '#'.repeat(Math.max(1, Math.round((all / most) * barWidth))).padEnd(barWidth),
  ])
  return table(head, lines)
}
