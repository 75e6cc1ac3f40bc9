import type { DayCounters, GroupSession, VisitTypeRule } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import { msOf } from '../instants.ts'
import { holderOf } from '../time/store.ts'
import { selectCapCounts, selectHeldCapCounts, selectOpenGroups } from './store.ts'

interface Asked {
  readonly rule: VisitTypeRule
  readonly siteId: string
  readonly range: { readonly start: number; readonly end: number }
}

/**
 * Visits by date, and what others hold, where the visit type has caps or is for new patients; few are, so these are asked
 * for each time.
 */
export async function countersFor(
  { db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
  practice: Practice,
  { rule, siteId, zone, range }: Asked & { readonly zone: string },
): Promise<DayCounters | null> {
  const lead = rule.roles.find(({ name }) => name === 'clinician') ?? rule.roles[0]
  const newPatientsPerDay = (id: string): number | undefined =>
    practice.resources.get(id)?.newPatientsPerDay ?? undefined
  const countsNew = rule.forNewPatients === true && lead?.candidates.some((id) => newPatientsPerDay(id) !== undefined)
  if (!lead || (!rule.caps && !countsNew)) return null
  const newTypes = [...practice.visitTypes.values()].flatMap((one) => (one.forNewPatients ? [one.id] : []))
  const types = [...new Set([rule.id, ...newTypes])]
  const forWhom = { now: now.toString(), holder: holderOf(actor) }
  const [booked, held] = await Promise.all([
    selectCapCounts(db, siteId, types, lead.name, range, zone),
    selectHeldCapCounts(db, siteId, types, lead.name, range, zone, forWhom),
  ])
  const rows = [...booked, ...held]
  const sum = (isOne: (row: (typeof rows)[number]) => boolean): number =>
    rows.reduce((total, row) => total + (isOne(row) ? row.count : 0), 0)
  return {
    ofType: (date) => sum((row) => row.date === date && row.visit_type_id === rule.id),
    ofTypeWithLead: (date, leadId) =>
      sum((row) => row.date === date && row.visit_type_id === rule.id && row.lead_id === leadId),
    ofNewWithLead: (date, leadId) =>
      sum((row) => row.date === date && row.lead_id === leadId && newTypes.includes(row.visit_type_id)),
    newPatientsPerDay,
  }
}

/** Groups with seats left, where the visit type is for several. */
export async function groupsFor(db: Db, { rule, siteId, range }: Asked): Promise<GroupSession[]> {
  if ((rule.seats ?? 1) <= 1) return []
  const rows = await selectOpenGroups(db, siteId, rule.id, range)
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((those) => {
    const [first] = those
    if (!first || (first.taken ?? 0) >= first.seats) return []
    const assignments = those.map((row) => ({
      role: row.role ?? '',
      resourceId: row.resource_id,
      lane: row.lane,
      start: msOf(row.from),
      end: msOf(row.until),
    }))
    const seatsLeft = first.seats - (first.taken ?? 0)
    return [{ id: first.id, start: msOf(first.starts_at), end: msOf(first.ends_at), assignments, seatsLeft }]
  })
}
