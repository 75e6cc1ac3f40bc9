import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { table } from '../report.ts'
import type { Figure, Report, TopicOptions } from '../topic.ts'
import { type Contender, contenders, prepare } from './contenders.ts'
import { claims, remittance } from './files.ts'

const size = 20_000_000
const rounds = 5
type Speeds = Record<keyof typeof contenders, number>

/** How fast and in how much memory files are read, beside what is there and beside the least that could be done. */
export async function x12({ note }: TopicOptions): Promise<Report> {
  const files = { '835': remittance(size), '837P': claims(size) }
  const speeds = new Map<string, Speeds>()
  for (const [kind, file] of Object.entries(files))
    speeds.set(kind, await speedsOf(file, (text) => note(`${kind}: ${text}`)))
  const memory = memoryOf(files['835'], note)
  const figures: Figure[] = []
  const reach = (name: string, value: number, least: number, unit: string): void => {
    figures.push({ name, value: rounded(value), unit, target: `≥ ${least}`, isOk: value >= least })
  }
  for (const [kind, speed] of speeds) {
    reach(`${kind} typed stream to node-x12 parse()`, speed.typed / speed.tree, 11, 'times')
    reach(`${kind} typed stream to x12-parser`, speed.typed / speed.parser, 5.5, 'times')
    reach(`${kind} typed stream to node-x12 flat stream`, speed.typed / speed.flat, 2, 'times')
    reach(`${kind} typed stream to the limit`, speed.typed / speed.limit, 0.08, 'times')
    reach(`${kind} totals to a bare total`, speed.totals / speed.bare, 0.5, 'times')
    reach(`${kind} loops and full validation`, speed.validated, 40, 'MB/s')
    figures.push({
      name: `${kind} loops and full validation to the limit`,
      value: rounded(speed.validated / speed.limit),
      unit: 'times',
      target: null,
      isOk: true,
    })
  }
  const most = (name: string, value: number, limit: number): void => {
    figures.push({ name, value: rounded(value), unit: 'times', target: `≤ ${limit}`, isOk: value <= limit })
  }
  most('memory to x12-parser, 20 MB', memory.small / memory.parser, 1.5)
  most('memory of 1 GB to that of 20 MB', memory.large / memory.small, 1.15)
  const rows = Object.entries(contenders).map(([key, { name }]) => [
    name,
    ...Array.from(speeds.values(), (speed) => `${rounded(speed[key as keyof Speeds])} MB/s`),
  ])
  const peaks = [
    ['Foyer, 20 MB', `${rounded(memory.small)} MB`],
    ['Foyer, 1 GB', `${rounded(memory.large)} MB`],
    ['x12-parser, 20 MB', `${rounded(memory.parser)} MB`],
    ["Node's own stream of the file, nobody reading, 20 MB", `${rounded(memory.bareSmall)} MB`],
    ["Node's own stream of the file, nobody reading, 1 GB", `${rounded(memory.bareLarge)} MB`],
  ]
  const text = `Made-up files of 20 MB in pieces of 64 KB; the contenders take turns in one process, the best of ${rounds} rounds. The two of npm hand
out segments as they make them; Foyer's typed stream makes objects of claims, lines and adjustments as well. How fast a machine
is shows in its limit; beside it a figure in MB/s can be read.

${table(['what', ...speeds.keys()], rows)}

Most memory of a process of its own that reads the 835 from the disk in pieces (Node by itself is in it); 1 GB is the file fifty times
over. Foyer's pieces are read into one buffer, as \`foyer x12 validate\` does it; x12-parser's come by Node's own stream, which grows by itself.

${table(['what', 'most memory'], peaks)}

${table(
  ['figure', 'measured', 'to reach', 'reached'],
  figures.map(({ name, value, unit, target, isOk }) => [name, `${value} ${unit}`, target ?? '-', isOk ? 'yes' : 'no']),
)}`
  return { figures, text, database: null }
}

async function speedsOf(file: Buffer, note: (text: string) => void): Promise<Speeds> {
  prepare(file)
  const best = new Map<string, number>()
  for (let round = 1; round <= rounds; round++) {
    note(`round ${round} of ${rounds}`)
    for (const [key, contender] of Object.entries<Contender>(contenders)) {
      const start = performance.now()
      const count = await contender.run(file)
      const speed = file.length / (performance.now() - start) / 1000
      if (Number.isNaN(count)) throw new Error(`${contender.name} made no number`)
      best.set(key, Math.max(best.get(key) ?? 0, speed))
    }
  }
  return Object.fromEntries(best) as Speeds
}

interface Memory {
  readonly small: number
  readonly large: number
  readonly parser: number
  readonly bareSmall: number
  readonly bareLarge: number
}

function memoryOf(file: Buffer, note: (text: string) => void): Memory {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-x12-'))
  try {
    const path = join(folder, 'file.x12')
    writeFileSync(path, file)
    const run = (who: string, times: number): number => {
      note(`memory of ${who}, ${times} times the file`)
      const child = resolve(import.meta.dirname, 'memory-child.ts')
      const answer = execFileSync(process.execPath, [child, who, path, String(times)], { encoding: 'utf8' })
      return (JSON.parse(answer) as { megabytes: number }).megabytes
    }
    const foyer = { small: run('foyer', 1), large: run('foyer', 50) }
    return { ...foyer, parser: run('x12-parser', 1), bareSmall: run('node', 1), bareLarge: run('node', 50) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function rounded(value: number): number {
  return Number(value >= 100 ? value.toFixed(0) : value.toPrecision(3))
}
