import { dateAt, Temporal } from '@foyer/kernel'
import {
  type BookingResource,
  type DayCounts,
  attributesOf,
  hasInterpreter,
  interpretedLanguage,
  type PatientFacts,
  type SessionTime,
  type Taken,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { Practice } from '../../../practice/index.ts'
import { sessionsAround } from '../../hours.ts'
import { msOf } from '../../instants.ts'
import type { Place, WantedTime } from '../../place.ts'
import { dayAround } from '../../site-days.ts'
import {
  selectCounts,
  selectHeldCounts,
  selectPatientFacts,
  selectTaken,
  selectVisitsOf,
  type WithoutWhom,
} from './store.ts'

/** What is known of the resources of a wish. `busy` is empty until somebody looks. */
export function resourcesOf(
  practice: Practice,
  { start, assignments }: WantedTime,
  busy: ReadonlyMap<string, readonly Taken[]> = new Map(),
): ReadonlyMap<string, BookingResource> {
  const at = msOf(start)
  return new Map(
    assignments.flatMap(({ resourceId }) => {
      const resource = practice.resources.get(resourceId)
      if (!resource) return []
      const known: BookingResource = {
        id: resourceId,
        open: sessionsAround(practice, resourceId, at),
        busy: busy.get(resourceId) ?? [],
        lanes: resource.lanes,
        attributes: new Set(attributesOf(resource)),
        ...(typeof resource.newPatientsPerDay === 'number' ? { newPatientsPerDay: resource.newPatientsPerDay } : {}),
      }
      return [[resourceId, known] as const]
    }),
  )
}

/** Whether visits of the day count: against caps of the type, or of new patients with a clinician. */
export function isCounted(practice: Practice, rule: VisitTypeRule, { assignments }: WantedTime): boolean {
  const hasCap = ({ resourceId }: { readonly resourceId: string }): boolean =>
    typeof practice.resources.get(resourceId)?.newPatientsPerDay === 'number'
  return rule.caps !== undefined || (rule.forNewPatients === true && assignments.some(hasCap))
}

/** The sessions of a resource that a wish may touch; of a visit within two days everything else is far away. */
function touched(open: readonly SessionTime[], from: number, until: number): SessionTime[] {
  return open.filter(({ start, end }) => start < until && from < end)
}

/** From when to when anything of the visit may be, buffers included. */
export function reachOf(rule: VisitTypeRule, start: number): { readonly start: number; readonly end: number } {
  const longest = Math.max(
    rule.durationMinutes,
    ...rule.roles.map((role) => (role.offsetMinutes ?? 0) + (role.durationMinutes ?? 0)),
  )
  return {
    start: start - (rule.bufferBeforeMinutes ?? 0) * 60_000,
    end: start + (longest + (rule.bufferAfterMinutes ?? 0)) * 60_000,
  }
}

/**
 * Whether the rules can say everything without looking at the tables: one lane each, nothing counted, nothing asked about
 * the patient. Whether the time is free the database says as the visit is saved.
 */
export function isPlain(practice: Practice, { rule }: Place, wanted: WantedTime): boolean {
  if (rule.patient || hasInterpreter(rule) || isCounted(practice, rule, wanted)) return false
  const reach = reachOf(rule, msOf(wanted.start))
  return wanted.assignments.every(({ resourceId }) => {
    const resource = practice.resources.get(resourceId)
    if (!resource) return true
    const sessions = touched(sessionsAround(practice, resourceId, reach.start), reach.start, reach.end)
    return (
      sessions.every((one) => one.capacity === undefined && (one.lanes ?? resource.lanes) === 1) &&
      (sessions.length > 0 || resource.lanes === 1)
    )
  })
}

/** Loads what takes time of the resources in every session the visit touches. */
export async function loadBusy(
  db: Db,
  practice: Practice,
  { rule }: Place,
  wanted: WantedTime,
  without: WithoutWhom,
): Promise<ReadonlyMap<string, readonly Taken[]>> {
  const reach = reachOf(rule, msOf(wanted.start))
  const ids = wanted.assignments.map(({ resourceId }) => resourceId)
  const wholes = ids.flatMap((id) =>
    touched(sessionsAround(practice, id, reach.start), reach.start, reach.end).flatMap((one) =>
      one.capacity === undefined ? [] : [one.whole ?? one],
    ),
  )
  const range = {
    start: Math.min(reach.start, ...wholes.map(({ start }) => start)),
    end: Math.max(reach.end, ...wholes.map(({ end }) => end)),
  }
  const busy = new Map<string, Taken[]>(ids.map((id) => [id, []]))
  for (const { resource_id, lane, from, until, of } of await selectTaken(db, ids, range, without))
    busy.get(resource_id)?.push({ start: msOf(from), end: msOf(until), lane, ...(of === null ? {} : { visitId: of }) })
  return busy
}

/** Counts of the day, where the visit type has caps: visits, and what others hold. */
export async function loadCounts(
  db: Db,
  practice: Practice,
  { rule, zone, siteId }: Place,
  wanted: WantedTime,
  without: WithoutWhom,
): Promise<DayCounts | undefined> {
  if (!isCounted(practice, rule, wanted)) return undefined
  const lead = (rule.roles.find(({ name }) => name === 'clinician') ?? rule.roles[0])?.name
  const leadId = wanted.assignments.find(({ role }) => role === lead)?.resourceId ?? null
  const newTypeIds = [...practice.visitTypes.values()].flatMap((one) => (one.forNewPatients ? [one.id] : []))
  const day = dayAround(msOf(wanted.start), zone)
  const wish = { siteId, visitTypeId: rule.id, newTypeIds, leadId, day, without }
  const [booked, held] = [await selectCounts(db, wish), await selectHeldCounts(db, wish)]
  return {
    ofType: booked.ofType + held.ofType,
    ofTypeWithLead: booked.ofTypeWithLead + held.ofTypeWithLead,
    ofNewWithLead: booked.ofNewWithLead + held.ofNewWithLead,
  }
}

/** What the visit type asks about the patient, and what an interpreter has to speak; undefined where it asks nothing. */
export async function loadPatient(
  db: Db,
  { rule, zone }: Place,
  patientId: string,
  appointmentId: string | null,
): Promise<PatientFacts | undefined> {
  if (!rule.patient && !hasInterpreter(rule)) return undefined
  const person = await selectPatientFacts(db, patientId)
  if (!person) return undefined
  const on = (instant: string): string => dateAt(Temporal.Instant.from(instant), zone)
  const visits = rule.patient?.gap ? await selectVisitsOf(db, patientId, appointmentId) : null
  return {
    birthDate: person.birth_date,
    sex: person.sex,
    coverages: person.coverages ?? [],
    visits: visits?.map((one) => ({ visitTypeId: one.visit_type_id, date: on(one.starts_at) })) ?? null,
    isNew: null,
    language: interpretedLanguage(person.language),
  }
}
