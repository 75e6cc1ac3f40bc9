import {
  type Board,
  familyName,
  lateAfterMinutes,
  minutesBetween,
  openItems,
  plusMinutes,
  type ReadinessItem,
  type Visit,
  waitLimits,
} from '../arrival/index.ts'

export type NowReason =
  | 'not-here'
  | 'waits'
  | 'waits-in-room'
  | 'coverage-ended'
  | 'interpreter-none'
  | 'copay'
  | 'prepare'
  | 'missing-here'

/** One thing that needs a person now. */
export interface NowItem {
  readonly visit: Visit
  readonly reason: NowReason
  /** Until when it should be done, ISO in UTC. */
  readonly due: string
  readonly kind: 'bad' | 'warn' | null
  /** Whole minutes the visit waits or is late; 0 where nobody waits yet. */
  readonly minutes: number
  /** The other open items of the same visit. */
  readonly also: readonly ReadinessItem[]
  /** The item the reason speaks of. */
  readonly item: ReadinessItem | null
  /** A free room, where one would help. */
  readonly freeRoom: string | null
}

/** Minutes before the start from which what is merely missing is worth somebody's time. */
const prepareWithin = 60
/** Minutes before the start from which what is wrong is shown: enough to call the payer or an interpreter. */
const mendWithin = 240
/** Minutes after the start from which a missing patient no longer comes before those who are here. */
const staleAfter = 30

/** What needs a person now, most urgent first; one item a visit. `now` is an ISO instant. */
export function nowItems(board: Board, now: string): readonly NowItem[] {
  const freeRoom = board.rooms.find((room) => room.appointmentId === null)?.name ?? null
  return board.visits
    .map((visit) => itemOf(visit, now, freeRoom))
    .filter((item) => item !== null)
    .toSorted((a, b) => Number(isStale(a)) - Number(isStale(b)) || a.due.localeCompare(b.due))
}

function isStale(item: NowItem): boolean {
  return item.reason === 'not-here' && item.minutes > staleAfter
}

function itemOf(visit: Visit, now: string, freeRoom: string | null): NowItem | null {
  if (visit.status === 'booked') return expectedItem(visit, now)
  if (visit.status === 'arrived') return arrivedItem(visit, now, freeRoom)
  return visit.status === 'roomed' ? roomedItem(visit, now) : null
}

type Draft = Pick<NowItem, 'reason' | 'due'> & Partial<NowItem>

function made(visit: Visit, now: string, draft: Draft): NowItem {
  const left = minutesBetween(now, draft.due)
  const kind = left < 20 ? 'bad' : left < 60 ? 'warn' : null
  const item = draft.item ?? null
  const also = openItems(visit).filter((open) => open.code !== item?.code)
  return { minutes: 0, freeRoom: null, ...draft, visit, kind, item, also }
}

function expectedItem(visit: Visit, now: string): NowItem | null {
  const late = minutesBetween(visit.start, now)
  if (late >= lateAfterMinutes) return made(visit, now, { reason: 'not-here', due: visit.start, minutes: late })
  const open = openItems(visit)
  const wrong = open.find((item) => item.state === 'wrong')
  if (wrong && -late <= mendWithin) {
    return made(visit, now, {
      reason: wrong.code === 'interpreter' ? 'interpreter-none' : 'coverage-ended',
      due: visit.start,
      item: wrong,
    })
  }
  const first = open[0]
  return first && -late <= prepareWithin ? made(visit, now, { reason: 'prepare', due: visit.start, item: first }) : null
}

function arrivedItem(visit: Visit, now: string, freeRoom: string | null): NowItem | null {
  const minutes = minutesBetween(visit.since, now)
  const due = plusMinutes(visit.since, waitLimits.arrived.bad)
  const open = openItems(visit)
  if (minutes > waitLimits.arrived.bad) {
    return made(visit, now, { reason: 'waits', due, minutes, freeRoom: visit.telehealth ? null : freeRoom })
  }
  const first = open.find((item) => item.state === 'wrong') ?? open.find((item) => item.code === 'copay') ?? open[0]
  return first ? made(visit, now, { reason: reasonHere(first), due, minutes, item: first }) : null
}

function reasonHere(item: ReadinessItem): NowReason {
  if (item.code === 'copay') return 'copay'
  if (item.state !== 'wrong') return 'missing-here'
  return item.code === 'interpreter' ? 'interpreter-none' : 'coverage-ended'
}

function roomedItem(visit: Visit, now: string): NowItem | null {
  const minutes = minutesBetween(visit.since, now)
  const due = plusMinutes(visit.since, waitLimits.roomed.bad)
  return minutes > waitLimits.roomed.bad ? made(visit, now, { reason: 'waits-in-room', due, minutes }) : null
}

export function clinicianOf(visit: Visit): string | null {
  return visit.clinician ? familyName(visit.clinician.name) : null
}
