import {
  findOpenings,
  type Ignored,
  type OpeningRequest,
  type OpeningsAnswer,
  type PatientFacts,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { loadPatient } from '../booking/facts/load-facts.ts'
import type { Place } from '../place.ts'
import { siteDay } from '../site-days.ts'
import { holderOf, selectAllocations } from '../time/store.ts'
import { countersFor, groupsFor } from './counters.ts'
import { interpreted } from './interpreted.ts'
import { selectPatientBusy, selectUsualClinician } from './store.ts'
import { narrowed } from './wished.ts'

type Asked = 'from' | 'to' | 'zone' | 'dayParts' | 'times' | 'weekdays' | 'limit' | 'overbook' | 'walkIn' | 'variety'

export interface SearchWish extends Pick<OpeningRequest, Asked> {
  readonly rule: VisitTypeRule
  readonly siteId: string
  readonly patientId: string | null
  /** Any of these, in whatever role is open to them; empty means whoever the visit type allows. */
  readonly clinicianIds: readonly string[]
  /** What whoever or whatever fills a role has to have, where some candidate of it has it: `speaks-es`, `wheelchair`. */
  readonly attributes?: readonly string[]
  /** The visit that is to be moved: its own time is no obstacle. */
  readonly movingId?: string | null
}

const usualYears = 2
const dayMs = 86_400_000
/** Somebody may look on after the last date for a later opening. */
const lookOnDays = 28

export async function searchOpenings(
  ctx: Ctx,
  practice: Practice,
  wish: SearchWish,
  availability: AvailabilityBook,
): Promise<OpeningsAnswer> {
  const { rule: whole, siteId, zone, patientId, clinicianIds, movingId = null, attributes = [], ...asked } = wish
  const range = { start: siteDay(wish.from, zone).start, end: siteDay(wish.to, zone).end + lookOnDays * dayMs }
  const [rule, warm, patientBusy, usual, moving, counters, groups, patient] = await Promise.all([
    interpreted(ctx.db, practice, whole, patientId),
    availability.read(ctx.organization, practice, ctx.now.epochMilliseconds),
    patientId === null ? [] : selectPatientBusy(ctx.db, patientId, range, movingId),
    patientId === null ? null : usualClinician(ctx, patientId),
    movingId === null ? [] : timeOf(ctx, movingId),
    countersFor(ctx, practice, { rule: whole, siteId, zone, range }),
    groupsFor(ctx.db, { rule: whole, siteId, range }),
    factsOfPatient(ctx, { rule: whole, siteId, zone }, patientId, movingId),
  ])
  const { index, marks } = warm.built
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
    ...(counters ? { counters } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...(patient ? { patient } : {}),
  }
  return findOpenings(request, index, ctx.now.epochMilliseconds)
}

/** What the visit type asks about the patient on any date; who pays is asked of the date that is booked. */
export async function factsOfPatient(
  ctx: Ctx,
  place: Place,
  patientId: string | null,
  movingId: string | null = null,
): Promise<PatientFacts | null> {
  if (patientId === null) return null
  const facts = await loadPatient(ctx.db, place, ctx.now.toString(), patientId, movingId)
  return facts ? { ...facts, payerIds: null } : null
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
