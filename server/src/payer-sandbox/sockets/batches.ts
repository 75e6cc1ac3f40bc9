import type { Answering } from './answering.ts'

/** Questions about benefits are answered by results; what is said of the file itself are acknowledgements. */
export type Lot = 'results' | 'acknowledgements'

export interface Waiting {
  readonly id: string
  readonly lot: Lot
  readonly text: string
}

interface Owned extends Waiting {
  readonly owner: string
  readonly readyAt: number
}

export interface BatchesOptions {
  readonly answering: Pick<Answering, 'batch'>
  readonly newId: () => string
  /** How long a payer takes over a batch. */
  readonly readyAfterMs: number
}

/** Batches that were answered and lie ready until whoever sent them says that they were received. */
export function openBatches({ answering, newId, readyAfterMs }: BatchesOptions) {
  const waiting: Owned[] = []
  const known = new Set<string>()

  return {
    waiting: () => waiting.length,
    /** The same batch again, after an answer that was lost, is not answered twice. */
    submit(kind: string, owner: string, id: string, bytes: Uint8Array): void {
      if (known.has(`${owner} ${id}`)) return
      known.add(`${owner} ${id}`)
      const { benefits, acknowledgement } = answering.batch(kind, bytes)
      const add = (lot: Lot, text: string): void => {
        if (text !== '') waiting.push({ id: newId(), lot, text, owner, readyAt: performance.now() + readyAfterMs })
      }
      add('acknowledgements', acknowledgement)
      // Who asks for results alone has to hear that there will be none.
      add('results', benefits === '' ? acknowledgement : benefits)
    },
    /** The oldest. */
    ready(owner: string, lot: Lot): Waiting | null {
      const now = performance.now()
      return waiting.find((one) => one.owner === owner && one.lot === lot && one.readyAt <= now) ?? null
    },
    confirm(owner: string, id: string): void {
      const at = waiting.findIndex((one) => one.owner === owner && one.id === id)
      if (at >= 0) waiting.splice(at, 1)
    },
  }
}

export type Batches = ReturnType<typeof openBatches>
