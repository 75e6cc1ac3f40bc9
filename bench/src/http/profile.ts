import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { table } from '../report.ts'

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
}

interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
}

type Call = (method: string) => Promise<{ profile?: Profile }>

/** Speaks to the inspector of a process that was started with `--inspect`. */
async function openInspector(address: string): Promise<{ call: Call; close: () => void }> {
  const socket = new WebSocket(address)
  await new Promise((done, fail) => {
    socket.addEventListener('open', done)
    socket.addEventListener('error', fail)
  })
  const waiting = new Map<number, (result: { profile?: Profile }) => void>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: { profile?: Profile } }
    if (id !== undefined) waiting.get(id)?.(result ?? {})
  })
  return {
    call: (method) =>
      new Promise((done) => {
        last += 1
        waiting.set(last, done)
        socket.send(JSON.stringify({ id: last, method }))
      }),
    close: () => socket.close(),
  }
}

/** Functions by the share of samples in which they themselves ran. */
function selfTimes(profile: Profile, most: number): string {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]))
  const counts = new Map<string, number>()
  for (const sample of profile.samples) {
    const frame = nodes.get(sample)
    if (!frame) continue
    const file = frame.url.replace(/^file:\/\//, '').replace(/^.*\/(node_modules|server|packages|contract)\//, '$1/')
    const key = `${frame.functionName || '(anonymous)'} ${file}${file ? `:${frame.lineNumber + 1}` : ''}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const rows = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([key, count]) => [key, `${((100 * count) / profile.samples.length).toFixed(1)} %`])
  return table(['Function', 'Self'], rows)
}

const MOST_FUNCTIONS = 40

/** Writes `<name>.cpuprofile` for Chromium's tools, and the functions with the most time of their own. */
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
  inspector.close()
  if (!profile) throw new Error('the inspector gave no profile')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(profile))
  const text = selfTimes(profile, MOST_FUNCTIONS)
  writeFileSync(join(folder, `${name}.md`), `${text}\n`)
  return text
}
