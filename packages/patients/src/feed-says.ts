import { sameValue } from './merging.ts'

type Row = Readonly<Record<string, unknown>>

export interface FeedOutcome {
  /** What is to be written of what was said. */
  readonly write: Row
  /** What the feed wrote last in each field, to be compared with next time. */
  readonly wrote: Row
  /** Fields that were changed here and say something else than the feed. */
  readonly left: readonly string[]
}

/**
 * What a feed may write of a row that it wrote before. A field in which something else stands than what it wrote was
 * changed by somebody here, who keeps the last word until both say the same.
 * @param wrote what the feed wrote last; null where that was not kept: `isHeld` tells of each field who changed it last
 */
export function feedSays(now: Row, said: Row, wrote: Row | null, isHeld: (field: string) => boolean): FeedOutcome {
  const write: Record<string, unknown> = {}
  const next: Record<string, unknown> = { ...wrote }
  const left: string[] = []
  for (const [field, value] of Object.entries(said)) {
    const agree = sameValue(now[field], value)
    const isOurs = wrote && Object.hasOwn(wrote, field) ? !sameValue(now[field], wrote[field]) : isHeld(field)
    if (!agree && isOurs) {
      left.push(field)
      next[field] ??= value
      continue
    }
    next[field] = value
    if (!agree) write[field] = value
  }
  return { write, wrote: next, left }
}
