import type { Interval, RepairLeg, RepairTie } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import { chainTies } from '../../scheduling/index.ts'
import type { Affected } from './load-affected.ts'

/** Gaps of chains between these visits, and to legs that stay. `going`: where legs will be that somebody accepted. */
export async function loadTies(
  db: Db,
  practice: Practice,
  visits: readonly Affected[],
  going: ReadonlyMap<string, Interval>,
): Promise<readonly RepairTie[]> {
  const numbers = new Map(visits.map(({ id }, index) => [id, index]))
  const ties = await chainTies(db, [...numbers.keys()])
  return ties.map(({ before, after, gap }): RepairTie => {
    const leg = ({ id, ...time }: typeof before): RepairLeg => {
      const visit = numbers.get(id) ?? null
      return { visit, time: visit === null ? (going.get(id) ?? time) : time }
    }
    const site = visits[numbers.get(after.id) ?? numbers.get(before.id) ?? -1]?.siteId ?? ''
    const zone = practice.sites.get(site)?.timeZone ?? 'UTC'
    const mayStay = !going.has(before.id) && !going.has(after.id)
    return { before: leg(before), after: leg(after), gap, zone, mayStay }
  })
}
