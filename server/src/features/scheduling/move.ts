import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import {
  type AllowedPlan,
  type AppointmentStatus,
  type BookRefusal,
  bringsInterpreter,
  type Interval,
  keptLength,
  possibleLength,
  type RuleEvaluation,
} from '@foyer/scheduling'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { type Db, runIn } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { asItWas, withoutOthers } from './as-it-was.ts'
import { planInTurn } from './booking/plan.ts'
import { gapsAround } from './chains/gaps-around.ts'
import { appointmentMoved, dayChanged, type RepairMoves, takenBy } from './events.ts'
import { dateOf } from './held.ts'
import { instantOfMs, msOf } from './instants.ts'
import { isTaken, losing } from './losing.ts'
import { selectPatientBusy } from './openings/store.ts'
import type { Lost } from './openings/with-next.ts'
import { lasting, type Place, placeOf } from './place.ts'
import { isMovable } from './policy.ts'
import { noteException } from './series/note-exception.ts'
import { rulesOf, setAsideFor } from './set-aside.ts'
import { dayAround } from './site-days.ts'
import { insertHistory, type LockedAppointment, lockAppointment, updatePlace } from './store.ts'
import { conflictOf } from './taken.ts'
import { deleteAllocations, insertAllocations, selectAllocations, timesIn } from './time/store.ts'
import { isUnseen } from './unseen.ts'

type Spec = typeof scheduling.moveAppointment
type Optional = 'overrides' | 'durationMinutes'
type Input = Params<Spec> & Omit<Body<Spec>, Optional> & Partial<Pick<Body<Spec>, Optional>>
type Refused = Exclude<Refusal<Spec>, { reason: 'opening-taken' }>

/**
 * What a repair adds to a move: what the patient is told, and `save`, which is written with it, or neither. `going`: other
 * visits that it moves as well, and where to.
 */
export interface ForRepair extends RepairMoves {
  readonly going: ReadonlyMap<string, Interval>
  readonly save: (db: Db, moved: RepairMove) => Promise<void>
  /**
   * Set where the visit goes back to a time that it had: the rules as they stood for it. What somebody set aside then
   * stays set aside, nothing asks for more notice than there was, and nobody is asked for who took no part.
   */
  readonly rulesBefore?: readonly RuleEvaluation[]
}

export interface RepairMove {
  /** Gaps of the chain that would not hold after all of it. */
  readonly broken: readonly RuleEvaluation[]
  /** How the rules stood for the time the visit leaves. */
  readonly rules: readonly RuleEvaluation[]
}

/**
 * Moves a visit, or makes it longer or shorter. It keeps its identity; old time is freed and new time taken in one step,
 * or neither. A visit that lasts longer than its type says keeps that.
 */
export async function move(
  ctx: Ctx,
  practice: Practice,
  input: Input,
  repair: ForRepair | null = null,
): Promise<Result<Reply<Spec>, Refused | Lost>> {
  ctx.because(input.reason)
  const asked = losing()
  try {
    const moved = await ctx.tx<Reply<Spec>, Refused | BookRefusal>(async (db) => {
      const visit = await lockAppointment(db, input.appointmentId)
      if (!visit) throw new Problem('not-found')
      ctx.touch(visit.patient_id, visit.id)
      // The column holds nothing else.
      const status = visit.status as AppointmentStatus
      if (visit.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: visit.version })
      if (!isMovable(status)) return refuse({ reason: 'not-movable', status })
      if (visit.group_session_id !== null) return refuse({ reason: 'in-a-group' })
      const usual = placeOf(practice, visit.visit_type_id, visit.site_id, bringsInterpreter(input.assignments))
      const length = lengthOf(visit, usual, input.durationMinutes ?? null)
      if (!length.ok) return length
      const { start, assignments } = input
      const back = repair?.rulesBefore && asItWas(ctx, input, repair.rulesBefore)
      const place = back ? withoutOthers(lasting(usual, length.value), assignments) : lasting(usual, length.value)
      asked.wanted = { place, start, assignments, patientId: visit.patient_id, appointmentId: visit.id }
      const plan = await planInTurn(
        db,
        {
          practice,
          place,
          wanted: input,
          patientId: visit.patient_id,
          overrides: input.overrides ?? null,
          walkIn: visit.walk_in,
          appointmentId: visit.id,
          ...back,
        },
        ctx,
      )
      if (!plan.ok) return plan
      const also = await gapsAround(db, visit, plan.value, place.zone, repair?.going)
      const rules = [...plan.value.rules, ...also]
      const done = await save(ctx, db, practice, visit, { ...plan.value, rules }, { reason: input.reason, repair })
      if (visit.series_id !== null && visit.series_occurrence !== null)
        await noteException(
          db,
          { seriesId: visit.series_id, occurrence: visit.series_occurrence },
          plan.value.start,
          place.zone,
        )
      const broken = also.filter(({ verdict }) => verdict === 'not-met')
      await repair?.save(db, { broken, rules: rulesOf(visit) })
      const setAside = [...new Set(setAsideFor(visit).map(({ rule }) => rule))]
      return ok({
        ...done,
        ...(broken.length > 0 ? { remarks: broken } : {}),
        ...(setAside.length > 0 ? { setAside } : {}),
      })
    })
    if (moved.ok) return moved
    return isTaken(moved.error) ? asked.lost(moved.error) : refuse(moved.error)
  } catch (error) {
    const conflict = conflictOf(error)
    if (!conflict) throw error
    const other = conflict === 'patient' && asked.wanted ? await elsewhere(ctx, input, asked.wanted) : undefined
    if (other) return refuse({ reason: 'patient-busy', appointmentId: other.id, start: other.starts_at })
    return asked.lost()
  }
}

/** Where the patient is at that time. */
async function elsewhere(ctx: Ctx, { appointmentId, start }: Input, { place, patientId }: Lost['wanted']) {
  const from = msOf(start)
  const reach = { start: from, end: from + place.rule.durationMinutes * 60_000 }
  const busy = patientId === null ? [] : await selectPatientBusy(ctx.db, patientId, reach)
  return busy.find(({ id }) => id !== appointmentId)
}

/** Never shorter than what the parts of its type need by now. */
function lengthOf(visit: LockedAppointment, { rule }: Place, wanted: number | null): Result<number, Refused> {
  if (wanted !== null) return possibleLength(rule, wanted)
  return ok(keptLength(rule, { start: msOf(visit.starts_at), end: msOf(visit.ends_at) }))
}

async function save(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  visit: LockedAppointment,
  plan: AllowedPlan,
  { reason, repair }: { readonly reason: string; readonly repair: ForRepair | null },
): Promise<Reply<Spec>> {
  const { actor } = ctx
  const by = { at: ctx.now.toString(), staffId: staffOf(actor), name: actor.name }
  const before = await selectAllocations(db, [visit.id])
  await deleteAllocations(db, visit.id)
  await runIn(
    db,
    insertAllocations(db, plan, { appointmentId: visit.id }, () => ctx.newId()),
  )
  const version = await updatePlace(db, visit.id, plan)
  // Placed anew: a step from nowhere to booked, so that undoing never leads back to the old time.
  await insertHistory(db, { id: ctx.newId(), appointmentId: visit.id, from: null, to: 'booked', reason }, by)
  const siteId = visit.site_id
  const zone = practice.sites.get(siteId)?.timeZone ?? 'UTC'
  const { date } = dayAround(plan.start, zone)
  const dateBefore = dateOf(practice, visit)
  const moved = { id: visit.id, patientId: visit.patient_id, siteId, date }
  const taken = [...timesIn(before), ...takenBy(plan)]
  await ctx.tell(db, appointmentMoved(moved, dateBefore, taken, { repair, isUnseen: isUnseen(visit, before, plan) }))
  if (dateBefore !== date) await ctx.tell(db, dayChanged(visit.id, siteId, dateBefore))
  return { id: visit.id, start: instantOfMs(plan.start), end: instantOfMs(plan.end), version }
}
