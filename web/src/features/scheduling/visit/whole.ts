import { scheduling } from '@foyer/contract'
import type { Reply } from '@foyer/contract'
import { useAsk } from '../../../app/ask.ts'
import type { Appointment } from '../shapes.ts'

export type Part = Reply<typeof scheduling.readSeries>['visits'][number]

/** The series or the chain that a visit is part of. */
export type Whole = { readonly of: 'series' | 'chain'; readonly id: string; readonly at: number }

/** Null where the visit stands alone. */
export function wholeOf({
  seriesId,
  seriesOccurrence,
  chainId,
  chainLeg,
}: Pick<Appointment, 'seriesId' | 'seriesOccurrence' | 'chainId' | 'chainLeg'>): Whole | null {
  if (seriesId !== null) return { of: 'series', id: seriesId, at: seriesOccurrence ?? 0 }
  return chainId === null ? null : { of: 'chain', id: chainId, at: chainLeg ?? 0 }
}

/** Whether a visit would be cancelled with the rest: it is expected still, and has not begun. */
function isToCome({ status, start }: Part, now: string): boolean {
  return status === 'booked' && Date.parse(start) > Date.parse(now)
}

/** This part and those that follow it, of which something is left to cancel. */
export function restOf(parts: readonly Part[], from: number, now: string): readonly Part[] {
  return parts.filter((part) => part.at >= from && isToCome(part, now))
}

/** All visits of the whole, in their order. */
export function useParts(whole: Whole) {
  const series = useAsk(scheduling.readSeries, { seriesId: whole.id }, { isEnabled: whole.of === 'series' })
  const chain = useAsk(scheduling.readChain, { chainId: whole.id }, { isEnabled: whole.of === 'chain' })
  return whole.of === 'series' ? series : chain
}
