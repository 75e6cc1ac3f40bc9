import { dutyStep, isBusinessDay } from '@foyer/coverage'
import { dateAt, Temporal } from '@foyer/kernel'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { HappenedEvent } from '../../../../platform/events/event.ts'
import type { Practice } from '../../../practice/index.ts'
import { causeOf } from '../../order/pin.ts'
import { type Asked, askedIn } from '../asked.ts'
import { todayAt } from '../days.ts'
import { estimateChanged } from '../events.ts'
import { selectSaid } from '../pricing/store.ts'
import {
  type EstimateLine,
  type EstimateRow,
  findAskedBefore,
  findEstimate,
  findPerson,
  findVisit,
  insertEstimate,
  selectNewest,
  updateEstimate,
} from '../store.ts'
import { hasCover } from './has-cover.ts'
import { isToldPrice, pricesNow } from './price-told.ts'
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
  const [before, alone] = await Promise.all([selectNewest(db, appointmentId), paysAlone(db, visit)])
  const isTakenOver = !before && (await takeOverAsked(db, visit))
  const newest =
    isTakenOver || (before && before.kind !== 'good-faith')
      ? await selectNewest(db, appointmentId, 'good-faith')
      : before
  const step = dutyStep(
    {
      isBooked: visit.status !== 'cancelled' && visit.status !== 'no-show',
      paysAlone: alone,
      serviceDate: visit.date,
      bookedOn: settling.isNewlyAgreed ? today : dateAt(Temporal.Instant.from(visit.booked_at), timeZone),
      today,
      newest: newest ? await factsOf(db, newest, visit) : null,
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
async function takeOverAsked(db: Db, visit: Visit): Promise<boolean> {
  const { id, patient_id: patientId, visit_type_id: visitTypeId, site_id: siteId } = visit
  if (visit.status !== 'booked') return false
  const asked = await findAskedBefore(db, { patientId, visitTypeId, siteId })
  if (!asked) return false
  // The day of a good faith estimate is looked at by the duty, which follows from it.
  const day = asked.kind === 'insured' ? { service_date: visit.date } : {}
  await updateEstimate(db, asked.id, { appointment_id: id, ...day })
  return true
}

async function factsOf(db: Db, newest: EstimateLine, visit: Visit) {
  return {
    // Those that were withdrawn are not looked at.
    state: newest.state as 'wanted' | 'made' | 'given',
    isAskedFor: newest.cause === 'requested' || newest.cause === 'by-hand',
    serviceDate: newest.service_date,
    dueOn: newest.due_on,
    isSameVisit: isOfVisit(newest, visit),
    isForPrices: newest.cause === 'prices',
    isSamePrice: await isSamePrice(db, newest, visit),
  }
}

function isOfVisit(estimate: EstimateRow, visit: Visit): boolean {
  const { visitTypeId, siteId } = askedIn(estimate)
  return visitTypeId === visit.visit_type_id && siteId === visit.site_id
}

/** Held against the one that was told: the newest, or the one that waits to be replaced because prices changed. */
async function isSamePrice(db: Db, newest: EstimateLine, visit: Visit): Promise<boolean> {
  if (newest.state !== 'wanted') return isToldPrice(newest, visit, pricesNow(db))
  if (newest.cause !== 'prices' || newest.replaces_id === null) return true
  const told = await findEstimate(db, visit.patient_id, newest.replaces_id)
  const isOfDay = told !== undefined && told.service_date === visit.date && isOfVisit(told, visit)
  return isOfDay && isToldPrice(told, visit, pricesNow(db))
}

/** By their own wish, or because no plan counts on that day. */
async function paysAlone(db: Db, visit: Visit): Promise<boolean> {
  const on = { date: visit.date, cause: causeOf(visit) }
  const [said, isCovered] = await Promise.all([selectSaid(db, visit.id), hasCover(db, visit.patient_id, on)])
  return said === 'self-pay' || !isCovered
}

async function want(
  db: Db,
  visit: Visit,
  newest: EstimateLine | undefined,
  { cause, dueOn }: { readonly cause: 'booked' | 'changed' | 'prices'; readonly dueOn: string },
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
    diagnosisCodes: before?.diagnosisCodes ?? [],
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
