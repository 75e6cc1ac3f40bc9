import { type Body, roleMay, type scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { type BookRefusal, planSeat, type RuleEvaluation, type SeatPlan } from '@foyer/scheduling'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { type Db, runIn } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import { loadPatient } from '../booking/facts/load-facts.ts'
import { insertAppointment, type NewAppointment } from '../booking/store.ts'
import { appointmentBooked } from '../events.ts'
import { msOf } from '../instants.ts'
import { placeOf } from '../place.ts'
import { dayAround } from '../site-days.ts'
import { type GroupSession, selectSeats } from './store.ts'

export type SeatNot =
  | BookRefusal
  | { readonly reason: 'group-closed' }
  | { readonly reason: 'already-in-it'; readonly appointmentId: string }

export interface Seat extends Pick<Body<typeof scheduling.joinGroup>, 'note' | 'language' | 'overrides'> {
  readonly patientId: string
  readonly walkIn?: boolean
  readonly chain?: NewAppointment['chain']
  /** What was looked at beside the rules of a seat. */
  readonly also?: readonly RuleEvaluation[]
}

/** May somebody have a seat of a group whose row is locked? */
export async function planSeatOf(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  group: GroupSession,
  { patientId, overrides, walkIn }: Pick<Seat, 'overrides' | 'walkIn'> & { readonly patientId: string | null },
): Promise<Result<SeatPlan, SeatNot>> {
  const place = placeOf(practice, group.visit_type_id, group.site_id)
  if (group.closed) return refuse({ reason: 'group-closed' })
  const taken = await selectSeats(db, group.id)
  const own = taken.find((one) => one.patient_id === patientId)
  if (own) return refuse({ reason: 'already-in-it', appointmentId: own.id })
  const patient = patientId === null ? undefined : await loadPatient(db, place, patientId, null)
  return planSeat({
    visitType: place.rule,
    zone: place.zone,
    start: msOf(group.starts_at),
    now: ctx.now.epochMilliseconds,
    seats: group.seats,
    seatsTaken: taken.map((one) => one.seat),
    may: (permission) => roleMay(ctx.actor.role, permission),
    ...(patient ? { patient } : {}),
    ...(walkIn ? { walkIn } : {}),
    ...(overrides ? { overrides } : {}),
  })
}

/** Books a seat of a group whose row is locked. Of a chain it is told together with the other legs. */
export async function takeSeat(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  group: GroupSession,
  wish: Seat,
): Promise<Result<{ readonly id: string; readonly seat: number }, SeatNot>> {
  const plan = await planSeatOf(ctx, db, practice, group, wish)
  if (!plan.ok) return plan
  const { patientId, note, language, walkIn = false, chain = null, also = [] } = wish
  const { seat, rules } = plan.value
  const id = ctx.newId()
  ctx.touch(patientId, id)
  const siteId = group.site_id
  const visit: NewAppointment = {
    id,
    patientId,
    visitTypeId: group.visit_type_id,
    siteId,
    note,
    walkIn,
    chain,
    rules: [...rules, ...also],
    group: { id: group.id, seat },
  }
  const time = { start: msOf(group.starts_at), end: msOf(group.ends_at), assignments: [] }
  const by = { at: ctx.now.toString(), staffId: staffOf(ctx.actor), name: ctx.actor.name }
  await runIn(
    db,
    insertAppointment(db, visit, time, by, () => ctx.newId()),
  )
  const { date } = dayAround(time.start, placeOf(practice, group.visit_type_id, siteId).zone)
  await ctx.tell(db, appointmentBooked({ id, patientId, siteId, date }, language, [], chain !== null))
  return ok({ id, seat })
}
