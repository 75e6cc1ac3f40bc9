import { createHash } from 'node:crypto'
import type { Temporal } from '@foyer/kernel'
import type { Lying } from '../../../../platform/ports/payer-exchange.ts'

/** A file that did not come in its time is asked for again no oftener. */
const REST_MINUTES = 10

/** What this process looked at in one mailbox and left there: it is neither read nor noted again. */
export interface Mailbox {
  isNew(mark: string): boolean
  /** It answers nothing that was asked here. */
  leave(file: Lying): void
  /** It did not come. */
  rest(file: Lying): void
  /** All of it was looked at: what lies there no more is forgotten. */
  looked(): void
}

export interface LeftFile {
  /** A digest of its name, which may hold the name of a person. */
  readonly file: string
  readonly why: 'not-ours' | 'not-read'
}

export function openMailbox(now: () => Temporal.Instant, onLeft: (left: LeftFile) => void): Mailbox {
  /** By mark: until when it is let lie; null for good. */
  const left = new Map<string, Temporal.Instant | null>()
  const seen = new Set<string>()

  function keep({ name, mark }: Lying, until: Temporal.Instant | null, why: LeftFile['why']): void {
    if (!left.has(mark)) onLeft({ file: createHash('sha256').update(name).digest('hex').slice(0, 16), why })
    left.set(mark, until)
  }

  return {
    isNew(mark) {
      seen.add(mark)
      const until = left.get(mark)
      return until === undefined || (until !== null && now().epochMilliseconds >= until.epochMilliseconds)
    },
    leave: (file) => keep(file, null, 'not-ours'),
    rest: (file) => keep(file, now().add({ minutes: REST_MINUTES }), 'not-read'),
    looked() {
      for (const mark of left.keys()) if (!seen.has(mark)) left.delete(mark)
      seen.clear()
    },
  }
}
