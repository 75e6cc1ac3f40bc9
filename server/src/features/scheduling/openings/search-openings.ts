import {
  findOpenings,
  type Ignored,
  type OpeningRequest,
  type OpeningsAnswer,
  type PatientFacts,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { attributesOf, type Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { loadPatient } from '../booking/facts/load-facts.ts'
import type { Place } from '../place.ts'
import { siteDay } from '../site-days.ts'
import { holderOf, selectAllocations } from '../time/store.ts'
import { countersFor, groupsFor } from './counters.ts'
import { selectPatientBusy, selectUsualClinician } from './store.ts'

type Asked = 'from' | 'to' | 'zone' | 'dayParts' | 'times' | 'weekdays' | 'limit' | 'overbook' | 'walkIn' | 'variety'

export interface SearchWish extends Pick<OpeningRequest, Asked> {
  readonly rule: VisitTypeRule
  readonly siteId: string
  readonly patientId: string | null
  /** Any of these; empty means whoever the visit type allows. */
  readonly clinicianIds: readonly string[]
  /** What whoever leads has to have, such as `speaks-es`. */
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
  const { rule, siteId, zone, patientId, clinicianIds, movingId = null, attributes = [], ...asked } = wish
  const range = { start: siteDay(wish.from, zone).start, end: siteDay(wish.to, zone).end + lookOnDays * dayMs }
  const [warm, patientBusy, usual, moving, counters, groups, patient] = await Promise.all([
    availability.read(ctx.organization, practice, ctx.now.epochMilliseconds),
    patientId === null ? [] : selectPatientBusy(ctx.db, patientId, range, movingId),
    patientId === null ? null : usualClinician(ctx, patientId),
    movingId === null ? [] : timeOf(ctx, movingId),
    countersFor(ctx.db, practice, { rule, siteId, zone, range }),
    groupsFor(ctx.db, { rule, siteId, range }),
    factsOfPatient(ctx, { rule, siteId, zone }, patientId, movingId),
  ])
  const { index, marks } = warm.built
  const candidateIds = rule.roles.flatMap(({ candidates }) => candidates)
  const request: OpeningRequest = {
    ...asked,
    visitType: rule,
    zone,
    candidates: narrowed(practice, rule, clinicianIds, attributes),
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

/** Who may be asked, of those the visit type allows. */
export function narrowed(
  practice: Practice,
  rule: VisitTypeRule,
  clinicianIds: readonly string[],
  attributes: readonly string[],
): NonNullable<OpeningRequest['candidates']> {
  if (attributes.length === 0) return { clinician: clinicianIds }
  const lead = rule.roles.find(({ name }) => name === 'clinician') ?? rule.roles[0]
  if (!lead) return {}
  const has = (id: string): boolean => {
    const resource = practice.resources.get(id)
    const there = resource ? attributesOf(resource) : new Set<string>()
    return attributes.every((attribute) => there.has(attribute))
  }
  const wanted = lead.candidates.filter((id) => (clinicianIds.length === 0 || clinicianIds.includes(id)) && has(id))
  // An empty list would mean anybody.
  return { [lead.name]: wanted.length > 0 ? wanted : ['nobody'] }
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
