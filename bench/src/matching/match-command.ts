import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { memoryOf } from '../http/proc.ts'

const root = resolve(import.meta.dirname, '../../..')
const program = resolve(root, 'server/bin/foyer.mjs')
const LOOK_MS = 50

export interface Matched {
  /** From starting the process to its end. */
  readonly seconds: number
  readonly pairs: number
  /** The most pairs that were to be compared, as the command says. */
  readonly compared: number
  /** Most megabytes resident, and how many of them came once the pairs were chosen; null where the system does not tell. */
  readonly peak: number | null
  readonly grown: number | null
}

/** `foyer match pairs` as a process of its own, its pairs thrown away; started by npx or, so that its memory is seen, without. */
export async function matchPairs(
  file: string,
  columns: readonly string[],
  { isByNpx }: { readonly isByNpx: boolean },
): Promise<Matched> {
  const args = ['match', 'pairs', file, ...columns]
  const start = performance.now()
  const child = isByNpx
    ? spawn('npx', ['--no-install', 'foyer', ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  let [peak, chosen]: [number | null, number | null] = [null, null]
  const look = (): void => {
    const memory = isByNpx || child.pid === undefined ? null : memoryOf(child.pid)
    // A process that is ending has none left.
    if (memory && memory.peak > 0) peak = memory.peak
  }
  const timer = setInterval(look, LOOK_MS)
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    if (!/^at most \d+ pairs/.test(line)) return
    look()
    chosen = peak
  })
  const code = await ended.finally(() => clearInterval(timer))
  const seconds = (performance.now() - start) / 1000
  const count = (pattern: RegExp): number => Number(said.map((line) => pattern.exec(line)?.[1]).find(Boolean) ?? 0)
  const pairs = count(/^(\d+) pairs$/)
  if (code !== 0 || pairs === 0) throw new Error(`foyer match pairs ended with ${code}: ${said.slice(-5).join(' / ')}`)
  const grown = peak === null || chosen === null ? null : peak - chosen
  return { seconds, pairs, compared: count(/^at most (\d+) pairs/), peak, grown }
}
