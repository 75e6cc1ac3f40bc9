import { dutyStep, isBusinessDay } from '@foyer/coverage'
import { dateAt, Temporal } from '@foyer/kernel'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { HappenedEvent } from '../../../../platform/events/event.ts'
import type { Practice } from '../../../practice/index.ts'
import { type Asked, askedIn } from '../asked.ts'
import { todayAt } from '../days.ts'
import { estimateChanged } from '../events.ts'
import { selectSaid } from '../pricing/store.ts'
import {
  type EstimateLine,
  findAskedBefore,
  findPerson,
  findVisit,
  insertEstimate,
  selectNewest,
  updateEstimate,
} from '../store.ts'
import { hasCover } from './has-cover.ts'
import { lockVisit } from './store.ts'

export interface Settling {
  readonly practice: Practice
  readonly now: Temporal.Instant
  readonly newId: () => string
  /** Within the transaction of `db`. */
  readonly tell: (db: Db, event: HappenedEvent) => Promise<void>
  /** Agreed on now, by moving or by saying who pays; else when the visit was booked. */
  readonly isNewlyAgreed: boolean
}

type Visit = NonNullable<Awaited<ReturnType<typeof findVisit>>>

/**
 * Brings the estimate that a visit is owed in line with the visit as it stands. Done twice, or late, it comes to the same.
 * Within a transaction.
 */
export async function settleDuty(db: Db, appointmentId: string, settling: Settling): Promise<void> {
  if (!(await lockVisit(db, appointmentId))) return
  const visit = await findVisit(db, appointmentId)
  if (!visit) return
  const { practice, now, tell } = settling
  const timeZone = practice.sites.get(visit.site_id)?.timeZone ?? 'UTC'
  const today = todayAt(practice, visit.site_id, now)
  await takeOverAsked(db, visit)
  const [newest, alone] = await Promise.all([selectNewest(db, appointmentId, 'good-faith'), paysAlone(db, visit)])
  const step = dutyStep(
    {
      isBooked: visit.status !== 'cancelled' && visit.status !== 'no-show',
      paysAlone: alone,
      serviceDate: visit.date,
      bookedOn: settling.isNewlyAgreed ? today : dateAt(Temporal.Instant.from(visit.booked_at), timeZone),
      today,
      newest: newest ? factsOf(newest, visit) : null,
    },
    isBusinessDay,
  )
  if (step.step === 'none') return
  if (step.step === 'want') return want(db, visit, newest, step, today, settling)
  if (!newest) return
  const asked: Asked = { ...askedIn(newest), visitTypeId: visit.visit_type_id, siteId: visit.site_id }
  await updateEstimate(
    db,
    newest.id,
    step.step === 'withdraw'
      ? { state: 'withdrawn' }
      : { service_date: visit.date, due_on: step.dueOn, asked: JSON.stringify(asked) },
  )
  await tell(db, estimateChanged(newest.id, visit.patient_id))
}

/** Who asked what it costs and then booked it is owed one estimate: the one that was asked for, now of the visit. */
async function takeOverAsked(db: Db, visit: Visit): Promise<void> {
  const { id, patient_id: patientId, visit_type_id: visitTypeId, site_id: siteId } = visit
  if (visit.status !== 'booked' || (await selectNewest(db, id))) return
  const asked = await findAskedBefore(db, { patientId, visitTypeId, siteId })
  if (!asked) return
  // The day of a good faith estimate is looked at by the duty, which follows from it.
  const day = asked.kind === 'insured' ? { service_date: visit.date } : {}
  await updateEstimate(db, asked.id, { appointment_id: id, ...day })
}

function factsOf(newest: EstimateLine, visit: Visit) {
  const { visitTypeId, siteId } = askedIn(newest)
  return {
    // Those that were withdrawn are not looked at.
    state: newest.state as 'wanted' | 'made' | 'given',
    isAskedFor: newest.cause === 'requested' || newest.cause === 'by-hand',
    serviceDate: newest.service_date,
    dueOn: newest.due_on,
    isSameVisit: visitTypeId === visit.visit_type_id && siteId === visit.site_id,
  }
}

/** By their own wish, or because no plan counts on that day. */
async function paysAlone(db: Db, visit: Visit): Promise<boolean> {
  const [said, isCovered] = await Promise.all([selectSaid(db, visit.id), hasCover(db, visit.patient_id, visit.date)])
  return said === 'self-pay' || !isCovered
}

async function want(
  db: Db,
  visit: Visit,
  newest: EstimateLine | undefined,
  { cause, dueOn }: { readonly cause: 'booked' | 'changed'; readonly dueOn: string },
  today: string,
  { newId, tell }: Settling,
): Promise<void> {
  const person = await findPerson(db, visit.patient_id)
  const before = newest && askedIn(newest)
  const asked: Asked = {
    pays: 'self-pay',
    visitTypeId: visit.visit_type_id,
    siteId: visit.site_id,
    procedures: before?.procedures ?? [],
    slidingStepId: before?.slidingStepId ?? null,
  }
  const id = newId()
  await insertEstimate(db, {
    id,
    patient_id: visit.patient_id,
    appointment_id: visit.id,
    kind: 'good-faith',
    replaces_id: newest?.id ?? null,
    service_date: visit.date,
    language: newest?.language ?? person?.language ?? 'en',
    cause,
    caused_on: today,
    due_on: dueOn,
    asked: JSON.stringify(asked),
  })
  await tell(db, estimateChanged(id, visit.patient_id))
}
