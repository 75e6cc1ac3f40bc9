import type { Interval } from '../interval.ts'
import type { DayCounts } from '../rules/wish.ts'
import type { VisitTypeRule } from '../visit-type.ts'
import { msOf, textOf } from './instant-text.ts'
import type { KnownDay } from './known.ts'

type Counted = { readonly visitTypeId: string; readonly start: string; readonly resourceIds: readonly string[] }

/**
 * What a day says about caps: visits of the site that begin on it and what others hold there, without the visit itself.
 * Whether somebody is the lead of a visit does not matter: a visit counts with everybody whose time it takes, a seat in a
 * group with nobody.
 */
export function countsOn(
  day: KnownDay,
  span: Interval,
  rule: Pick<VisitTypeRule, 'id'>,
  who: {
    readonly visitId: string
    readonly leadId: string | undefined
    readonly now: number
    readonly isForNew: (visitTypeId: string) => boolean
  },
): DayCounts {
  const visits = day.appointments
    .filter(
      ({ id, siteId, status }) =>
        id !== who.visitId && siteId === day.siteId && status !== 'cancelled' && status !== 'no-show',
    )
    .map(
      ({ visitTypeId, start, groupSessionId, assignments }): Counted => ({
        visitTypeId,
        start,
        resourceIds: groupSessionId === null ? assignments.map(({ resourceId }) => resourceId) : [],
      }),
    )
  const [from, until] = [textOf(span.start), textOf(span.end)]
  const all = [...visits, ...heldOn(day, who.now)].filter(({ start }) => from <= start && start < until)
  const isWithLead = ({ resourceIds }: Counted): boolean => who.leadId !== undefined && resourceIds.includes(who.leadId)
  const ofType = all.filter(({ visitTypeId }) => visitTypeId === rule.id)
  return {
    ofType: ofType.length,
    ofTypeWithLead: ofType.filter(isWithLead).length,
    ofNewWithLead: all.filter((one) => who.isForNew(one.visitTypeId) && isWithLead(one)).length,
  }
}

/** A hold has a row for each resource; it counts once. */
function heldOn(day: KnownDay, now: number): Counted[] {
  const theirs = day.holds.filter(
    ({ siteId, isOwn, expiresAt }) => siteId === day.siteId && !isOwn && msOf(expiresAt) > now,
  )
  return [...Map.groupBy(theirs, ({ holdId }) => holdId).values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const { visitTypeId, startsAt } = first
    return [{ visitTypeId, start: startsAt, resourceIds: rows.map(({ resourceId }) => resourceId) }]
  })
}
