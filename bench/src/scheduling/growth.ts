import { allOpenings, findOpenings } from '@foyer/scheduling'
import { chartSvg } from '../chart.ts'
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
const along = {
  resources: [100, 300, 600, 1000],
  days: [14, 30, 60, 90],
  fill: [50, 65, 80, 95],
} as const satisfies Record<keyof Point, readonly number[]>
const labels: Record<keyof Point, string> = {
  resources: 'resources (90 days, 80 % full)',
  days: 'days (1,000 resources, 80 % full)',
  fill: 'fill in % (1,000 resources, 90 days)',
}
const names = ['resources', 'days', 'fill'] as const

interface Measured extends Point {
  readonly openings: number
  readonly first: number
  readonly all: number
}

function measured(point: Point): Measured {
  const rows = practiceRows(point.resources, point.days, point.fill)
  const index = build(rows, point.days)
  const times = timeInTurn(
    {
      first: () => findOpenings(plainRequest(rows, 20), index, now),
      all: () => allOpenings(plainRequest(rows, Infinity), index, now),
    },
    25,
  )
  const openings = allOpenings(plainRequest(rows, Infinity), index, now).count
  return { ...point, openings, first: times.get('first')?.median ?? 0, all: times.get('all')?.median ?? 0 }
}

function keyOf({ resources, days, fill }: Point): string {
  return `${resources} ${days} ${fill}`
}

/** How both questions grow with resources, days and fill: a table, and a chart of the same figures. */
export function growth(): { text: string; svg: string } {
  const points = names.flatMap((name) => along[name].map((value): Point => ({ ...middle, [name]: value })))
  // The middle lies on every line and is measured once.
  const known = new Map(
    [...new Map(points.map((point) => [keyOf(point), point]))].map(([key, point]) => [key, measured(point)]),
  )
  const line = (name: keyof Point): Measured[] =>
    along[name].flatMap((value) => known.get(keyOf({ ...middle, [name]: value })) ?? [])
  const head = ['resources', 'days', 'fill', 'openings', 'first 20 (ms)', 'all (ms)']
  const rows = [...known.values()].map(({ resources, days, fill, openings, first, all }) => [
    String(resources),
    String(days),
    `${fill} %`,
    String(openings),
    first.toFixed(2),
    all.toFixed(2),
  ])
  const told = names.map((name) => {
    const [least, most] = [line(name)[0], line(name).at(-1)]
    return `From ${least?.[name]} to ${most?.[name]} along ${labels[name]}: all openings ${least?.all.toFixed(2)} to ${most?.all.toFixed(2)} ms, the first 20 ${least?.first.toFixed(2)} to ${most?.first.toFixed(2)} ms.`
  })
  const svg = chartSvg({
    title: 'Time of a search as resources, days and fill grow',
    description: told.join(' '),
    y: 'ms',
    panels: names.map((name) => ({
      x: labels[name],
      series: [
        { name: 'all openings', points: line(name).map((one) => ({ x: one[name], y: one.all })) },
        { name: 'first 20, ranked', points: line(name).map((one) => ({ x: one[name], y: one.first })) },
      ],
    })),
  })
  return { text: table(head, rows), svg }
}
