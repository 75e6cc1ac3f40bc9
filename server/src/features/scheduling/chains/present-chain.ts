import type { Reply, scheduling } from '@foyer/contract'
import type { Chain } from '@foyer/scheduling'
import { planReply } from '../present.ts'

export type ChainReply = Reply<typeof scheduling.findChains>['chains'][number]
type Reason = ChainReply['reasons'][number]

/**
 * Each leg with what is said about it: that no chain ends sooner stands with the first, whose patient it is with every leg
 * that has a clinician. What the chain says as a whole is the sum; how long is waited stands in `waits`.
 *
 * @param usual whom the patient usually sees
 */
export function chainReply({ legs, reasons }: Chain, usual: string | null): ChainReply {
  const isSoonest = reasons.some(({ code }) => code === 'soonest')
  const shown = legs.map((leg, at): ChainReply['legs'][number] => {
    const [lead] = leg.assignments
    const said: Reason[] = isSoonest && at === 0 ? [{ code: 'soonest' }] : []
    if (usual !== null && lead?.role === 'clinician') {
      const { resourceId } = lead
      said.push({ code: resourceId === usual ? 'usual-clinician' : 'other-clinician', resourceId })
    }
    const { group } = leg
    if (group) said.push({ code: 'joins-group', groupId: group.id, seatsLeft: group.seatsLeft })
    return { ...planReply(leg), reasons: said }
  })
  // What every leg says is said once.
  const codes = new Map(shown.flatMap((leg) => leg.reasons).map((reason) => [reason.code, reason]))
  const waits = legs.slice(1).map(({ start }, at) => (start - (legs[at]?.end ?? start)) / 60_000)
  const walkMinutes = reasons.reduce((sum, each) => sum + (each.code === 'walking' ? each.minutes : 0), 0)
  return { legs: shown, waits, walkMinutes, reasons: [...codes.values()] }
}
