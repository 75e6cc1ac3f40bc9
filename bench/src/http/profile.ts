import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { table } from '../report.ts'
import { type Inspector, openInspector, type Profile, type ProfileNode } from './inspector.ts'

type Frame = ProfileNode['callFrame']

const MOST_FUNCTIONS = 40
const MOST_PLACES = 25
/** Samples in which the process had nothing to do. */
const IDLE = '(idle)'

function fileOf({ url }: Frame): string {
  return url.replace(/^file:\/\//, '').replace(/^.*\/(node_modules|server|packages|contract)\//, '$1/')
}

function functionOf(frame: Frame): string {
  const file = fileOf(frame)
  return `${frame.functionName || '(anonymous)'} ${file}${file === '' ? '' : `:${frame.lineNumber + 1}`}`
}

/** The package or the folder that a function belongs to. */
function placeOf(frame: Frame): string {
  const file = fileOf(frame)
  if (file === '') return frame.functionName.startsWith('(') ? frame.functionName : 'native'
  if (file.startsWith('node:')) return 'node'
  const depth = file.startsWith('node_modules/@') ? 3 : file.startsWith('server/') ? 4 : 2
  return file.split('/').slice(0, depth).join('/')
}

/** Shares of the samples in which functions themselves ran, the largest first; idle ones are left out. */
function selfTimes(profile: Profile, keyOf: (frame: Frame) => string, most: number): string {
  const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]))
  const counts = new Map<string, number>()
  let busy = 0
  for (const sample of profile.samples) {
    const frame = frames.get(sample)
    if (!frame || frame.functionName === IDLE) continue
    busy += 1
    const key = keyOf(frame)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const rows = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([key, count]) => [key, `${((100 * count) / busy).toFixed(1)} %`])
  const idle = (100 * (1 - busy / profile.samples.length)).toFixed(0)
  return table([`Self time while busy (idle ${idle} %)`, 'Share'], rows)
}

async function memoryLine(inspector: Inspector, when: string): Promise<string> {
  const { result } = await inspector.call('Runtime.evaluate', {
    expression: `Object.entries(process.memoryUsage()).map(([k, v]) => k + ' ' + Math.round(v / 2 ** 20)).join(', ')`,
  })
  return `Memory ${when}, MB: ${String(result?.value)}`
}

/** Writes `<name>.cpuprofile` for Chromium's tools, and where the time went as text, which it answers. */
export async function profiled(
  address: string,
  folder: string,
  name: string,
  work: () => Promise<unknown>,
): Promise<string> {
  const inspector = await openInspector(address)
  await inspector.call('Profiler.enable')
  await inspector.call('Profiler.start')
  await work()
  const { profile } = await inspector.call('Profiler.stop')
  const before = await memoryLine(inspector, 'after the load')
  await inspector.call('HeapProfiler.collectGarbage')
  const after = await memoryLine(inspector, 'with the garbage collected')
  inspector.close()
  if (!profile) throw new Error('the inspector gave no profile')
  const text = [
    before,
    after,
    selfTimes(profile, placeOf, MOST_PLACES),
    selfTimes(profile, functionOf, MOST_FUNCTIONS),
  ].join('\n\n')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(profile))
  writeFileSync(join(folder, `${name}.md`), `${text}\n`)
  return text
}
