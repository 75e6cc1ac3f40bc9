import type { Interval, LegGap } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import { msOf } from '../instants.ts'
import { selectLegsAround } from './store.ts'

/** A leg and its time; epoch milliseconds. */
export interface TiedLeg extends Interval {
  readonly id: string
}

/** Two legs of a chain that follow one another, and the gap asked for between them. */
export interface ChainTie {
  readonly before: TiedLeg
  readonly after: TiedLeg
  readonly gap: LegGap
}

/** The gaps before and after these visits, as far as they are legs of chains. Cancelled legs are not there. */
export async function chainTies(db: Db, appointmentIds: readonly string[]): Promise<readonly ChainTie[]> {
  if (appointmentIds.length === 0) return []
  const ids = new Set(appointmentIds)
  const legs = await selectLegsAround(db, appointmentIds)
  return legs.flatMap((leg, index) => {
    const before = legs[index - 1]
    if (before?.chain_id !== leg.chain_id || !(ids.has(leg.id) || ids.has(before.id))) return []
    // Written by insertChain only.
    const gap = (leg.gaps as unknown as readonly (LegGap | null)[])[leg.at ?? 0]
    return gap ? [{ before: tied(before), after: tied(leg), gap }] : []
  })
}

function tied({ id, starts_at, ends_at }: Awaited<ReturnType<typeof selectLegsAround>>[number]): TiedLeg {
  return { id, start: msOf(starts_at), end: msOf(ends_at) }
}
