import { type LegGap, chainGapRule, type Interval, type RuleEvaluation } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import { msOf } from '../instants.ts'
import { selectParts } from '../several/store.ts'
import type { LockedAppointment } from '../store.ts'
import { selectChain } from './store.ts'

/**
 * What the gaps before and after a leg say when it is moved. They bind nobody: whoever moves one leg may move the next, so
 * what does not hold is remarked on.
 */
export async function gapsAround(
  db: Db,
  visit: LockedAppointment,
  to: Interval,
  zone: string,
): Promise<RuleEvaluation[]> {
  if (visit.chain_id === null) return []
  const chain = await selectChain(db, visit.chain_id)
  // Written by insertChain only.
  const gaps = (chain?.gaps ?? []) as unknown as readonly (LegGap | null)[]
  const parts = (await selectParts(db, { chainId: visit.chain_id })).filter(({ status }) => status !== 'cancelled')
  const time = (part: (typeof parts)[number]): Interval =>
    part.id === visit.id ? to : { start: msOf(part.starts_at), end: msOf(part.ends_at) }
  return parts.flatMap((part, index) => {
    const before = parts[index - 1]
    if (!before || (part.id !== visit.id && before.id !== visit.id)) return []
    const rule = chainGapRule(time(before), time(part), gaps[part.at ?? 0], zone)
    return rule ? [{ ...rule, ...(rule.verdict === 'met' ? {} : { isRemark: true }) }] : []
  })
}
