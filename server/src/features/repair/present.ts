import type { repair, Reply } from '@foyer/contract'
import { unplacedCost } from '@foyer/scheduling'
import type { Actor } from '../../platform/auth/sessions.ts'
import { presentLine } from '../patients/index.ts'
import { mayKnowWhyClosed, type Practice } from '../practice/index.ts'
import type { GivenRow } from './groups/given-store.ts'
import type { ToldRow } from './groups/seat-store.ts'
import type { StoredPlace } from './place.ts'
import { repairCan } from './policy.ts'
import type { countItems, ItemRow, RepairRow } from './store.ts'

export type RepairReply = Reply<typeof repair.readRepair>
export type RepairLine = Reply<typeof repair.listRepairs>['repairs'][number]
type Item = RepairReply['items'][number]
type Counts = Omit<Awaited<ReturnType<typeof countItems>>[number], 'repair_id'>

/** Why somebody is not there is for those who repair or manage schedules. */
export function presentRepairLine(
  practice: Practice,
  actor: Actor,
  row: RepairRow,
  counts: Counts | undefined,
  groups: {
    /** How many wait for somebody. */
    readonly waiting: number
    /** How many people who have a seat were told of another time and have not answered. */
    readonly silent: number
  },
): RepairLine {
  return {
    id: row.id,
    siteId: row.site_id,
    timeZone: practice.sites.get(row.site_id)?.timeZone ?? 'UTC',
    resources: row.resource_ids.map((id) => ({ id, name: practice.resources.get(id)?.name ?? '' })),
    from: row.from,
    until: row.until,
    reason: repairCan(actor).decide || mayKnowWhyClosed(actor) ? row.reason : null,
    // The column holds nothing else.
    status: row.status === 'applied' && groups.waiting > 0 ? 'proposed' : (row.status as RepairLine['status']),
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
    counts: {
      affected: counts?.affected ?? 0,
      open: counts?.open ?? 0,
      accepted: counts?.accepted ?? 0,
      moved: counts?.moved ?? 0,
      back: counts?.back ?? 0,
      unanswered: (counts?.unanswered ?? 0) + groups.silent,
      groups: groups.waiting,
    },
  }
}

/** With whether a message would reach the patient or who acts for them. */
type ReachedRow = ItemRow & { readonly has_email: boolean }

export function presentRepair(
  practice: Practice,
  actor: Actor,
  line: RepairLine,
  isOptimal: boolean,
  rows: readonly ReachedRow[],
  more: Pick<RepairReply, 'here' | 'linkInMessages' | 'closes'> & {
    readonly groups: readonly RepairReply['groups'][number][]
    readonly given: readonly RepairReply['given'][number][]
  },
): RepairReply {
  const items = rows.map((row) => presentItem(practice, row))
  return {
    ...line,
    isOptimal,
    closes: more.closes,
    cost: items.reduce((sum, { cost }) => sum + cost, 0),
    here: more.here,
    groups: [...more.groups],
    given: [...more.given],
    linkInMessages: more.linkInMessages,
    items,
    can: repairCan(actor),
  }
}

export function presentGiven(
  practice: Practice,
  row: GivenRow,
  /** Whoever was told of this repair. */
  told: readonly (ToldRow & { readonly has_email: boolean })[],
): RepairReply['given'][number] {
  const named = ({ role, resourceId }: GivenRow['before'][number]) => ({
    role,
    resourceId,
    name: practice.resources.get(resourceId)?.name ?? '',
  })
  return {
    id: row.id,
    visitTypeId: row.visit_type_id,
    start: row.starts_at,
    beforeStart: row.beforeStart,
    givenStart: row.givenStart,
    before: row.before.map(named),
    now: row.now.map(named),
    backAt: row.back_at,
    // The column holds nothing else.
    staysBecause: row.stays_because as RepairReply['given'][number]['staysBecause'],
    told: told
      .filter(({ group_session_id }) => group_session_id === row.id)
      .map((seat) => ({
        appointmentId: seat.appointment_id,
        patient: presentLine(seat),
        hasEmail: seat.has_email,
        hasPhone: seat.has_phone,
        toldAt: seat.told_at,
        answer: seat.answer as Item['answer'],
        answeredAt: seat.answered_at,
      })),
  }
}

function presentPlace(practice: Practice, { start, end, assignments }: StoredPlace): Item['before'] {
  return {
    start,
    end,
    assignments: assignments.map((each) => ({
      role: each.role,
      resourceId: each.resourceId,
      lane: each.lane,
      start: each.start,
      end: each.end,
      name: practice.resources.get(each.resourceId)?.name ?? '',
    })),
  }
}

function presentItem(practice: Practice, row: ReachedRow): Item {
  const { before, proposal } = row
  const unplaced = unplacedCost(before.urgency)
  const isSettled = proposal === null && row.applied_at !== null
  const code = row.no_place === 'chain-gap' ? 'chain-gap' : 'nothing-free'
  return {
    appointmentId: row.appointment_id,
    patient: presentLine(row),
    visitTypeId: row.visit_type_id,
    urgency: before.urgency,
    before: presentPlace(practice, before),
    proposal: proposal && presentPlace(practice, proposal),
    why: proposal?.why.map((reason) => ({ ...reason })) ?? (isSettled ? [] : [{ code, points: unplaced }]),
    cost: proposal?.cost ?? (isSettled ? 0 : unplaced),
    // The columns hold nothing else.
    decision: row.decision as Item['decision'],
    overtakenBy: row.overtaken_by as Item['overtakenBy'],
    decidedBy: row.decided_by_name,
    reason: row.reason,
    appliedAt: row.applied_at,
    hasEmail: row.has_email,
    hasPhone: row.has_phone,
    toldAt: row.told_at,
    answer: row.answer as Item['answer'],
    answeredAt: row.answered_at,
    backAt: row.back_at,
    staysBecause: row.stays_because as Item['staysBecause'],
  }
}
