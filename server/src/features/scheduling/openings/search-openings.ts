import { addDays } from '@foyer/kernel'
import {
  type AvailabilityIndex,
  findOpenings,
  type Ignored,
  laterOpening,
  type Opening,
  type OpeningRequest,
  type OpeningsAnswer,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { loadPatient } from '../booking/facts/load-facts.ts'
import { dayAround, siteDay } from '../site-days.ts'
import { holderOf, selectAllocations } from '../time/store.ts'
import { breaksOf } from './breaks.ts'
import { countersFor, groupsFor } from './counters.ts'
import { interpreted } from './interpreted.ts'
import { selectPatientBusy, selectUsualClinician } from './store.ts'
import { narrowed, withoutThem } from './wished.ts'

type Asked =
  | 'from'
  | 'to'
  | 'zone'
  | 'dayParts'
  | 'times'
  | 'weekdays'
  | 'not'
  | 'limit'
  | 'overbook'
  | 'walkIn'
  | 'variety'
  | 'eachStart'

export interface SearchWish extends Pick<OpeningRequest, Asked> {
  readonly rule: VisitTypeRule
  readonly siteId: string
  readonly patientId: string | null
  /** Any of these, in whatever role is open to them; empty means whoever the visit type allows. */
  readonly clinicianIds: readonly string[]
  /** None of these takes part. */
  readonly withoutIds?: readonly string[]
  /** What whoever or whatever fills a role has to have, where some candidate of it has it: `speaks-es`, `wheelchair`. */
  readonly attributes?: readonly string[]
  /** The visit that is to be moved: its own time is no obstacle. */
  readonly movingId?: string | null
}

const usualYears = 2
const dayMs = 86_400_000
/** A later opening is named so long after the last date; what is known goes a day further, for what lasts over midnight. */
const lookOnDays = 28

type Asking = readonly [ctx: Ctx, practice: Practice, wish: SearchWish, availability: AvailabilityBook]
interface Known {
  /** Civil dates of the site between which visits, counts and groups are known. */
  readonly from: string
  readonly to: string
}

export async function searchOpenings(...asking: Asking): Promise<OpeningsAnswer> {
  const [{ now }, , { from, to }] = asking
  const laterTo = addDays(to, lookOnDays)
  const { request, index } = await questionOf(asking, { from, to: addDays(laterTo, 1) })
  return findOpenings({ ...request, laterTo }, index, now.epochMilliseconds)
}

/**
 * The first opening after all that `searchOpenings` looks at, as far as the index goes. Few ask for it, so what the patient
 * has, what counts and which groups there are is read that far only for them.
 */
export async function searchLater(...asking: Asking): Promise<Opening | null> {
  const [{ organization, now }, practice, { to, zone }, availability] = asking
  const { built } = await availability.read(organization, practice, now.epochMilliseconds)
  const after = addDays(to, lookOnDays)
  const last = dayAround(built.end, zone).date
  if (after >= last) return null
  const { request, index } = await questionOf(asking, { from: after, to: last })
  return laterOpening({ ...request, to: after }, index, now.epochMilliseconds) ?? null
}

async function questionOf(
  [ctx, practice, wish, availability]: Asking,
  known: Known,
): Promise<{ readonly request: OpeningRequest; readonly index: AvailabilityIndex }> {
  const { rule: whole, siteId, zone, patientId, clinicianIds, movingId = null, ...rest } = wish
  const { attributes = [], withoutIds = [], ...asked } = rest
  const range = { start: siteDay(known.from, zone).start, end: siteDay(known.to, zone).end }
  const [able, warm, patientBusy, usual, moving, counters, groups, patient] = await Promise.all([
    interpreted(ctx.db, practice, whole, patientId),
    availability.read(ctx.organization, practice, ctx.now.epochMilliseconds),
    patientId === null ? [] : selectPatientBusy(ctx.db, patientId, range, movingId),
    patientId === null ? null : usualClinician(ctx, patientId),
    movingId === null ? [] : timeOf(ctx, movingId),
    countersFor(ctx, practice, { rule: whole, siteId, zone, range }),
    groupsFor(ctx.db, { rule: whole, siteId, range }),
    patientId === null ? null : loadPatient(ctx.db, { rule: whole, siteId, zone }, patientId, movingId),
  ])
  const { index, marks } = warm.built
  const rule = withoutThem(able, withoutIds)
  const candidateIds = rule.roles.flatMap(({ candidates }) => candidates)
  const request: OpeningRequest = {
    ...asked,
    visitType: rule,
    zone,
    ...narrowed(practice, { rule, clinicianIds, attributes }),
    ...(usual === null ? {} : { usualPractitionerId: usual }),
    patientBusy: patientBusy.map((visit) => ({ start: msOf(visit.starts_at), end: msOf(visit.ends_at) })),
    ignore: [...marks.heldBy(holderOf(ctx.actor)), ...moving],
    blocks: marks.blocksOf(candidateIds, range.start, range.end),
    breaks: () => breaksOf(practice, candidateIds, wish.from, wish.to),
    ...(counters ? { counters } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...(patient ? { patient } : {}),
  }
  return { request, index }
}

async function timeOf(ctx: Ctx, appointmentId: string): Promise<Ignored[]> {
  const rows = await selectAllocations(ctx.db, [appointmentId])
  return rows.flatMap(({ resource_id: resourceId, lane, from, until }) =>
    from === null || until === null
      ? []
      : [{ resourceId, lane, start: msOf(from), end: msOf(until), visitTypeId: appointmentId }],
  )
}

export async function usualClinician(ctx: Ctx, patientId: string): Promise<string | null> {
  const now = ctx.now.epochMilliseconds
  return selectUsualClinician(ctx.db, patientId, instantOfMs(now - usualYears * 365 * dayMs), instantOfMs(now))
}
