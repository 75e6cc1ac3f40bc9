import type { Reply, selfBooking } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import type { Practice, Site, VisitType } from '../practice/index.ts'
import { selfOpenings } from '../scheduling/index.ts'
import type { Keys } from './keys.ts'
import { horizonDays, leadMinutes } from './policy.ts'
import type { Step } from './step.ts'

type Answer = Reply<typeof selfBooking.findTimes>
export type Time = Answer['times'][number]

export interface Sought {
  readonly visitType: VisitType
  readonly site: Site
  /** Who moves their own visit. */
  readonly patientId?: string | null
  /** The visit that is moved has an interpreter, and keeps one. */
  readonly isInterpreted?: boolean
}

export interface Wish extends Sought {
  /** Civil date at the site; null is today. */
  readonly from: string | null
  readonly days: number
}

interface Found {
  readonly start: string
  readonly end: string
  readonly assignments: readonly { readonly role: string; readonly resourceId: string }[]
}

interface Range {
  readonly from: string
  readonly to: string
  readonly lastDate: string
}

const NEXT_DAYS = 14
const NEXT = 3

function rangeOf({ ctx }: Pick<Step, 'ctx'>, { visitType, site, from, days }: Wish): Range {
  const today = dateAt(ctx.now, site.timeZone)
  const lastDate = Temporal.PlainDate.from(today)
    .add({ days: horizonDays(visitType) })
    .toString()
  const first = from === null || from < today ? today : from
  const to = Temporal.PlainDate.from(first)
    .add({ days: days - 1 })
    .toString()
  return { from: first, to: to < lastDate ? to : lastDate, lastDate }
}

async function search(
  { ctx, practice, availability }: Step,
  wish: Sought,
  range: Range,
  clinicianId: string | null = null,
): Promise<readonly Found[]> {
  if (range.from > range.to) return []
  const { visitType, site, patientId = null, isInterpreted = false } = wish
  const earliest = ctx.now.add({ minutes: leadMinutes(visitType) }).epochMilliseconds
  const { from, to } = range
  const sought = { visitTypeId: visitType.id, siteId: site.id, from, to, patientId, clinicianId, isInterpreted }
  const openings = await selfOpenings(ctx, practice, sought, availability)
  return openings.filter(({ start }) => Date.parse(start) >= earliest)
}

function timesOf(practice: Practice, keys: Keys, found: readonly Found[]): Time[] {
  return found.map(({ start, end, assignments }) => ({
    start,
    end,
    clinician: clinicianOf(practice, keys, assignments),
  }))
}

function clinicianOf(practice: Practice, keys: Keys, assignments: Found['assignments']): Time['clinician'] {
  const id = assignments.find(({ role }) => role === 'clinician')?.resourceId
  const resource = id === undefined ? undefined : practice.resources.get(id)
  return resource ? { key: keys.keyOf(resource.id), name: resource.name } : null
}

export async function findTimes(step: Step, wish: Wish): Promise<Answer> {
  const range = rangeOf(step, wish)
  const times = timesOf(step.practice, step.keys, await search(step, wish, range))
  return { timeZone: wish.site.timeZone, ...range, times }
}

/** Somebody was faster: the next three from the wished time on, else the first three of that day. */
export async function nextTimes(step: Step, wish: Sought, start: string): Promise<Time[]> {
  const from = dateAt(Temporal.Instant.from(start), wish.site.timeZone)
  const { times } = await findTimes(step, { ...wish, from, days: NEXT_DAYS })
  const later = times.filter((time) => time.start >= start)
  return (later.length === 0 ? times : later).slice(0, NEXT)
}

/** The opening that was offered at this time; null when it is offered no more. Nothing else can be taken from outside. */
export async function offered(
  step: Step,
  wish: Sought,
  wanted: { readonly start: string; readonly clinician: string | null },
): Promise<Found | null> {
  const named = wanted.clinician === null ? null : step.keys.find(step.practice.resources.values(), wanted.clinician)
  if (wanted.clinician !== null && named === null) return null
  const from = dateAt(Temporal.Instant.from(wanted.start), wish.site.timeZone)
  const range = rangeOf(step, { ...wish, from, days: 1 })
  const found = await search(step, wish, range, named?.id)
  const at = Temporal.Instant.from(wanted.start).epochMilliseconds
  const leads = ({ assignments }: Found): boolean =>
    named === null || assignments.some(({ role, resourceId }) => role === 'clinician' && resourceId === named.id)
  return found.find((opening) => Date.parse(opening.start) === at && leads(opening)) ?? null
}
