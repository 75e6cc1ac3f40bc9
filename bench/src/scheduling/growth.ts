import { allOpenings, findChains, findOpenings } from '@foyer/scheduling'
import { chartSvg } from '../chart.ts'
import { table } from '../report.ts'
import { bookingMicroseconds } from './one-booking.ts'
import { build, now, practiceRows } from './practice.ts'
import { timeInTurn } from './timing.ts'
import { chainRequest, phasedRequest, plainRequest } from './visits.ts'

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

/** What is measured at every point, each with a row of the chart to itself. */
const quantities = [
  { key: 'all', name: 'all openings', unit: 'ms', digits: 2 },
  { key: 'first', name: 'first 20, ranked', unit: 'ms', digits: 2 },
  { key: 'phased', name: 'three phases', unit: 'ms', digits: 2 },
  { key: 'chain', name: 'chain of 3 legs', unit: 'ms', digits: 2 },
  { key: 'build', name: 'index built', unit: 'ms', digits: 1 },
  { key: 'memory', name: 'memory', unit: 'MB', digits: 2 },
  { key: 'booking', name: 'one booking', unit: 'µs', digits: 2 },
] as const
type Key = (typeof quantities)[number]['key']

interface Measured extends Point, Record<Key, number> {
  readonly openings: number
}

function measured(point: Point): Measured {
  const rows = practiceRows(point.resources, point.days, point.fill)
  const index = build(rows, point.days)
  // Roles and legs share all resources, so that they grow with them.
  const third = Math.floor(rows.length / 3)
  const [phased, chain] = [phasedRequest(rows, third), chainRequest(rows, third)]
  const times = timeInTurn(
    {
      first: () => findOpenings(plainRequest(rows, 20), index, now),
      all: () => allOpenings(plainRequest(rows, Infinity), index, now),
      phased: () => findOpenings(phased, index, now),
      chain: () => findChains(chain, index, now),
    },
    25,
  )
  const built = timeInTurn({ build: () => build(rows, point.days) }, 5)
  const median = (name: string): number => (times.get(name) ?? built.get(name))?.median ?? 0
  return {
    ...point,
    openings: allOpenings(plainRequest(rows, Infinity), index, now).count,
    first: median('first'),
    all: median('all'),
    phased: median('phased'),
    chain: median('chain'),
    build: median('build'),
    memory: index.bytes() / 1e6,
    booking: bookingMicroseconds(rows, point.days),
  }
}

function keyOf({ resources, days, fill }: Point): string {
  return `${resources} ${days} ${fill}`
}

/** How it grows with resources, days and fill: a table, and a chart of the same figures. */
export function growth(): { text: string; svg: string } {
  const points = names.flatMap((name) => along[name].map((value): Point => ({ ...middle, [name]: value })))
  // The middle lies on every line and is measured once.
  const known = new Map(
    [...new Map(points.map((point) => [keyOf(point), point]))].map(([key, point]) => [key, measured(point)]),
  )
  const line = (name: keyof Point): Measured[] =>
    along[name].flatMap((value) => known.get(keyOf({ ...middle, [name]: value })) ?? [])
  const head = ['resources', 'days', 'fill', 'openings', ...quantities.map(({ name, unit }) => `${name} (${unit})`)]
  const rows = [...known.values()].map((one) => [
    String(one.resources),
    String(one.days),
    `${one.fill} %`,
    String(one.openings),
    ...quantities.map(({ key, digits }) => one[key].toFixed(digits)),
  ])
  const told = names.map((name) => {
    const [least, most] = [line(name)[0], line(name).at(-1)]
    const each = quantities.map(
      ({ key, name: of, unit, digits }) =>
        `${of} ${least?.[key].toFixed(digits)} to ${most?.[key].toFixed(digits)} ${unit}`,
    )
    return `From ${least?.[name]} to ${most?.[name]} along ${labels[name]}: ${each.join(', ')}.`
  })
  const svg = chartSvg({
    title: 'How searches and the index grow with resources, days and fill',
    description: told.join(' '),
    rows: quantities.map(({ key, name: of, unit }) => ({
      name: of,
      y: unit,
      panels: names.map((name) => ({
        x: labels[name],
        points: line(name).map((one) => ({ x: one[name], y: one[key] })),
      })),
    })),
  })
  return { text: table(head, rows), svg }
}
