import type { practice, Reply } from '@foyer/contract'
import { daysBetween } from '@foyer/kernel'

export type DatedHours = Reply<typeof practice.listDatedHours>

/** One line of the list: a leave over several dates, an opened or a closed time. */
export interface DatedLine {
  /** Of the exceptions, or of the one block. */
  readonly ids: readonly string[]
  readonly kind: 'leave' | 'open' | 'block'
  readonly resourceIds: readonly string[]
  readonly from: string
  readonly to: string
  readonly startMinute: number
  readonly endMinute: number
  readonly reason: string
}

/** Dates that follow one another with the same reason are one line; so is a block, whatever it closes. By first date. */
export function datedLines({ exceptions, blocks }: DatedHours): DatedLine[] {
  const lines: DatedLine[] = []
  for (const one of exceptions) {
    const kind = one.kind === 'open' ? 'open' : 'leave'
    const at = lines.findLastIndex((line) => line.kind === kind && line.resourceIds[0] === one.resourceId)
    const before = lines[at]
    const follows =
      before?.reason === one.reason &&
      daysBetween(before.to, one.date) === 1 &&
      before.endMinute === 1440 &&
      one.startMinute === 0
    if (before && follows && kind === 'leave')
      lines[at] = { ...before, ids: [...before.ids, one.id], to: one.date, endMinute: one.endMinute }
    else
      lines.push({
        ids: [one.id],
        kind,
        resourceIds: [one.resourceId],
        from: one.date,
        to: one.date,
        startMinute: one.startMinute,
        endMinute: one.endMinute,
        reason: one.reason,
      })
  }
  for (const [id, unsorted] of Map.groupBy(blocks, (block) => block.id)) {
    const parts = unsorted.toSorted(
      (one, other) => one.date.localeCompare(other.date) || one.startMinute - other.startMinute,
    )
    const dates = parts.map(({ date }) => date)
    // One stretch over midnight begins on its first date and ends on its last; else each date has the same minutes.
    const isThrough = parts.some(({ endMinute }, at) => endMinute === 1440 && parts[at + 1]?.startMinute === 0)
    lines.push({
      ids: [id],
      kind: 'block',
      resourceIds: [...new Set(unsorted.map(({ resourceId }) => resourceId))],
      from: dates[0] ?? '',
      to: dates.at(-1) ?? '',
      startMinute: isThrough ? (parts[0]?.startMinute ?? 0) : Math.min(...parts.map((part) => part.startMinute)),
      endMinute: isThrough ? (parts.at(-1)?.endMinute ?? 1440) : Math.max(...parts.map((part) => part.endMinute)),
      reason: parts[0]?.reason ?? '',
    })
  }
  return lines.toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
}
