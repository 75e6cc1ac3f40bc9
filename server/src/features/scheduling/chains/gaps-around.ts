import { chainGapRule, type Interval, type RuleEvaluation } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { LockedAppointment } from '../store.ts'
import { chainTies, type TiedLeg } from './chain-ties.ts'

/**
 * What the gaps before and after a leg say when it is moved. They bind nobody: whoever moves one leg may move the next, so
 * what does not hold is remarked on. `going`: legs that are about to be moved as well, by id, and where to.
 */
export async function gapsAround(
  db: Db,
  visit: Pick<LockedAppointment, 'id' | 'chain_id'>,
  to: Interval,
  zone: string,
  going: ReadonlyMap<string, Interval> = new Map(),
): Promise<RuleEvaluation[]> {
  if (visit.chain_id === null) return []
  const time = (leg: TiedLeg): Interval => (leg.id === visit.id ? to : (going.get(leg.id) ?? leg))
  return (await chainTies(db, [visit.id])).flatMap(({ before, after, gap }) => {
    const rule = chainGapRule(time(before), time(after), gap, zone)
    return rule ? [{ ...rule, ...(rule.verdict === 'met' ? {} : { isRemark: true }) }] : []
  })
}
