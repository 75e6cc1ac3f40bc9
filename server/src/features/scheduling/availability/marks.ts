import type { Block, Ignored } from '@foyer/scheduling'
import { msOf } from '../instants.ts'
import type { Holder } from '../time/store.ts'
import type { TimeRow } from './store.ts'

/** What of the index says that a visit begins there, or a hold for one; which is of no matter. */
export const someVisit = 'visit'

/** A hold or a block: few of them, so they are kept as they are, beside the bits. */
interface Mark {
  readonly id: string
  readonly resourceId: string
  readonly lane: number
  readonly start: number
  readonly end: number
  /** A block that a repair made. */
  readonly repair: boolean
  /** Of a hold; null for a block. */
  readonly hold: { readonly expiresAt: number; readonly staffId: string | null; readonly token: string | null } | null
}

export interface TimeSpan {
  readonly resourceId: string
  readonly start: number
  readonly end: number
}

/** Holds and blocks by resource. */
export interface Marks {
  /** The whole truth about a range: what was known of it is forgotten. */
  put(range: TimeSpan, rows: readonly TimeRow[]): void
  /** Time of holds that have run out by then, each once. */
  expired(now: number): TimeSpan[]
  /** What a caller's own holds keep. */
  heldBy(holder: Holder): Ignored[]
  /** Blocks that could be given up: not those of somebody who cannot be there. */
  blocksOf(resourceIds: readonly string[], start: number, end: number): Block[]
}

const none: readonly Mark[] = []

export function openMarks(): Marks {
  const byResource = new Map<string, Mark[]>()
  const all = (): Mark[] => [...byResource.values()].flat()
  return {
    put: (range, rows) => {
      const kept = (byResource.get(range.resourceId) ?? []).filter(
        (mark) => mark.start >= range.end || range.start >= mark.end,
      )
      const fresh = rows.filter((row) => row.resource_id === range.resourceId && !row.visit).map(markOf)
      const marks = [...kept.filter((mark) => !fresh.some(({ id }) => id === mark.id)), ...fresh]
      if (marks.length > 0) byResource.set(range.resourceId, marks)
      else byResource.delete(range.resourceId)
    },
    expired: (now) => {
      const gone = all().filter(({ hold }) => hold !== null && hold.expiresAt <= now)
      for (const { id, resourceId } of gone)
        byResource.set(
          resourceId,
          (byResource.get(resourceId) ?? []).filter((mark) => mark.id !== id),
        )
      return gone.map(({ resourceId, start, end }) => ({ resourceId, start, end }))
    },
    heldBy: ({ staffId, tokenHash }) => {
      const own: Ignored[] = []
      const token = tokenHash?.toString('hex') ?? null
      if (staffId === null && token === null) return own
      for (const marks of byResource.values())
        for (const { hold, resourceId, lane, start, end } of marks) {
          if (hold === null) continue
          if (staffId !== null ? hold.staffId === staffId : hold.token === token)
            own.push({ resourceId, lane, start, end, visitTypeId: someVisit })
        }
      return own
    },
    blocksOf: (resourceIds, start, end) => {
      const blocks: Block[] = []
      if (byResource.size === 0) return blocks
      for (const id of resourceIds)
        for (const mark of byResource.get(id) ?? none)
          if (mark.hold === null && !mark.repair && mark.lane === 0 && mark.start < end && start < mark.end)
            blocks.push({ resourceId: id, start: mark.start, end: mark.end })
      return blocks
    },
  }
}

function markOf(row: TimeRow): Mark {
  return {
    id: row.id,
    resourceId: row.resource_id,
    lane: row.lane,
    start: msOf(row.from),
    end: msOf(row.until),
    repair: row.repair,
    hold:
      row.expires_at === null
        ? null
        : { expiresAt: msOf(row.expires_at), staffId: row.staff_id, token: row.token_hash?.toString('hex') ?? null },
  }
}
