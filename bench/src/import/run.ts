import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { memoryOf } from '../http/proc.ts'
import type { SignedIn } from '../http/sign-in.ts'

/** Bytes of the file in one request. */
const PART = 180_000
const LOOK_MS = 50
const paths = { check: 'checked', run: 'done', undo: 'undone' } as const
export type Phase = keyof typeof paths

interface Run {
  readonly state: string
  readonly rows: number
  readonly counts: { readonly created: number; readonly matched: number; readonly asked: number; readonly bad: number }
  readonly undo: { readonly removed: number; readonly restored: number; readonly kept: number }
}

export interface Timed {
  readonly seconds: number
  /** Most megabytes that the server had while at it; null where the system does not tell. */
  readonly peak: number | null
  readonly run: Run
}

/** A file at a server, from sending it to taking it back. */
export interface Sent {
  time(phase: Phase): Promise<Timed>
}

export async function sendPeople(
  server: { readonly url: string; readonly pid: number },
  { cookie, csrf }: SignedIn,
  file: string,
): Promise<Sent> {
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${server.url}/api/people-imports${path}`, {
      method,
      headers: {
        cookie,
        'x-foyer-csrf': csrf,
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    // The shape is the contract's; a wrong one shows in the counts.
    return (await answer.json()) as T
  }
  const content = Buffer.from(file)
  const { id } = await call<{ id: string }>('POST', '', { fileName: 'people.csv', bytes: content.length })
  for (let part = 0; part * PART < content.length; part += 1)
    await call('PUT', `/${id}/parts/${part}`, {
      content: content.subarray(part * PART, (part + 1) * PART).toString('base64'),
    })
  await call('POST', `/${id}/inspect`)
  return {
    time: async (phase) => {
      forgetPeak(server.pid)
      const from = performance.now()
      await call('POST', `/${id}/${phase}`)
      for (;;) {
        const run = await call<Run>('GET', `/${id}`)
        if (run.state === 'failed') throw new Error(`${phase} failed`)
        if (run.state === paths[phase])
          return { seconds: (performance.now() - from) / 1000, peak: memoryOf(server.pid)?.peak ?? null, run }
        await new Promise((next) => setTimeout(next, LOOK_MS))
      }
    },
  }
}

/** Linux remembers the most that a process ever had until it is told to forget it. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Elsewhere there is no peak to forget.
  }
}
