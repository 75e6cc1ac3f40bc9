import { table } from '../report.ts'
import type { Figure, Report, TopicOptions } from '../topic.ts'
import { type Load, makeLoads } from './loads.ts'
import { type Measured, measure } from './measure.ts'
import { openPlace, type Place } from './place.ts'
import { memoryOf } from './proc.ts'
import { profiled } from './profile.ts'
import { CONNECTIONS, runRound } from './round.ts'
import { settle } from './settle.ts'

const MOST_MEGABYTES = 250
const PROFILE_SECONDS = 5
/** The twin must send about as much as Foyer does, else they are not measured at the same work. */
const SIZES_DIFFER = 0.25

interface Phase {
  readonly measured: Measured
  /** Megabytes after it: resident now, and the most so far. */
  readonly memory: { readonly now: number; readonly peak: number } | null
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

function isComparable({ sizes }: Measured): boolean {
  return Math.abs(sizes - 1) <= SIZES_DIFFER
}

function figuresOf(measured: Measured): readonly Figure[] {
  const { load, perSecond, p50, p99, faults } = measured
  const isSound = faults.length === 0 && isComparable(measured)
  const ratio = perSecond.foyer / perSecond.twin
  const told = (name: string, value: number, unit: string): Figure => ({
    name: `${load.name}-${name}`,
    value,
    unit,
    target: null,
    isOk: isSound,
  })
  return [
    {
      name: load.name,
      value: rounded(ratio, 3),
      unit: 'of-twin',
      target: `>=${load.target}`,
      isOk: isSound && ratio >= load.target,
    },
    told('rate', Math.round(perSecond.foyer), 'req/s'),
    told('twin-rate', Math.round(perSecond.twin), 'req/s'),
    told('p50', rounded(p50, 2), 'ms'),
    told('p99', rounded(p99, 2), 'ms'),
  ]
}

function memoryFigures(phases: readonly Phase[]): readonly Figure[] {
  const known = phases.flatMap(({ memory }) => memory ?? [])
  const last = known.at(-1)
  if (!last) return []
  const target = `<${MOST_MEGABYTES}`
  return [
    { name: 'server-memory', value: last.now, unit: 'MB', target, isOk: last.now < MOST_MEGABYTES },
    { name: 'server-memory-peak', value: last.peak, unit: 'MB', target, isOk: last.peak < MOST_MEGABYTES },
  ]
}

function textOf(phases: readonly Phase[], start: Phase['memory']): string {
  const rows = phases.map(({ measured: { load, perSecond, p50, p99, sizes, processor }, memory }) => [
    load.title,
    Math.round(perSecond.foyer).toString(),
    Math.round(perSecond.twin).toString(),
    (perSecond.foyer / perSecond.twin).toFixed(2),
    load.target.toString(),
    p50.toFixed(2),
    p99.toFixed(2),
    processor ? `${Math.round(processor.foyer)} / ${Math.round(processor.twin)}` : 'not known',
    sizes.toFixed(2),
    memory ? `${memory.now} (${memory.peak})` : 'not known',
  ])
  const head = ['Load', 'Foyer/s', 'Twin/s', 'Ratio', 'Target', 'p50 ms', 'p99 ms', 'CPU µs', 'Sizes', 'MB (peak)']
  const faults = phases.flatMap(({ measured }) => [
    ...measured.faults.map((fault) => `- ${measured.load.title}: ${fault}`),
    ...(isComparable(measured) ? [] : [`- ${measured.load.title}: the answers differ too much in size`]),
  ])
  return [
    `${CONNECTIONS} connections on one machine; server, twin, PostgreSQL and load in processes of their own. The twin is`,
    'node:http and pg with one prepared statement: no validation, no authorisation, no audit trail, nothing told.',
    'Rates are the median of three rounds of 5 s, taken in turn. CPU: processor time of the server and of the twin for',
    'an answer, with the jobs that follow. Sizes: bytes of the twin’s answers as a share of Foyer’s. MB: memory of the',
    'server after the load. Every acknowledged request has its audit entry, and every acknowledged booking is in the',
    'database: checked in the run.',
    ...(start ? ['', `Memory of the server after its start: ${start.now} MB.`] : []),
    '',
    table(head, rows),
    ...(faults.length > 0 ? ['', 'Not sound:', '', ...faults] : []),
  ].join('\n')
}

async function profile(place: Place, load: Load, folder: string, note: TopicOptions['note']): Promise<void> {
  const [foyer] = place.sides
  if (!foyer || place.inspector === null) return
  const lists = load.next('foyer', 4000 * (PROFILE_SECONDS + 1))
  const text = await profiled(place.inspector, folder, load.name, () =>
    runRound(foyer.url, PROFILE_SECONDS, lists, foyer.headers),
  )
  note(`\n${load.title}\n${text}`)
}

/** Foyer over HTTP beside its bare twin: patient read, patient search, day view, booking, and the server's memory. */
export async function http({ keep, profileFolder, note }: TopicOptions): Promise<Report> {
  const place = await openPlace({ keep, inspect: profileFolder !== null, note })
  const { database, sides, set, foyer } = place
  try {
    const phases: Phase[] = []
    const start = memoryOf(foyer.pid)
    for (const load of await makeLoads(database, set)) {
      note(`${load.title} …`)
      const measured = await measure(load, sides, database, async () => {
        if (!(await settle(database))) note('Jobs of the last round are still under way.')
      })
      phases.push({ measured, memory: memoryOf(foyer.pid) })
      if (profileFolder !== null) await profile(place, load, profileFolder, note)
    }
    return {
      figures: [...phases.flatMap(({ measured }) => figuresOf(measured)), ...memoryFigures(phases)],
      text: textOf(phases, start),
      database: place.databaseVersion,
    }
  } finally {
    await place.close()
  }
}
