import type { selfBooking } from '@foyer/contract'
import { ask } from '../api.ts'

export interface Proof {
  readonly challenge: string
  readonly answer: number
}

let waiting: Promise<Proof> | null = null

function work(challenge: string, bits: number): Promise<number> {
  return new Promise((solved, failed) => {
    const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', (event: MessageEvent<number>) => {
      worker.terminate()
      solved(event.data)
    })
    worker.addEventListener('error', () => failed(new Error('the worker did not start')))
    worker.postMessage({ challenge, bits }, [])
  })
}

async function solve(organization: string): Promise<Proof> {
  const answer = await ask<typeof selfBooking.readChallenge>('GET', organization, 'challenge')
  if (!answer.ok) throw new Error('no challenge')
  const { challenge, bits } = answer.value
  return { challenge, answer: await work(challenge, bits) }
}

/** Begins while the person still reads, so that nobody waits for it later. */
export function startProof(organization: string): void {
  if (waiting) return
  const solving = solve(organization)
  waiting = solving
  solving.catch(() => {
    if (waiting === solving) waiting = null
  })
}

/** Each proof is good for one use. */
export async function takeProof(organization: string): Promise<Proof> {
  startProof(organization)
  const proof = await waiting
  waiting = null
  if (!proof) throw new Error('no proof')
  return proof
}
