import { refuse, type Result } from '@foyer/kernel'
import { type AllowedPlan, bringsInterpreter, type Objection, type RuleCode } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import type { Practice } from '../practice/index.ts'
import { asItWas, withoutOthers } from './as-it-was.ts'
import { type Booking, planInTurn } from './booking/plan.ts'
import { msOf } from './instants.ts'
import { lasting, placeOf } from './place.ts'
import { rulesOf } from './set-aside.ts'
import type { Why } from './several/book-part.ts'
import type { LockedAppointment } from './store.ts'

/** A visit or a group that gave its time back. */
type Before = Pick<LockedAppointment, 'visit_type_id' | 'site_id' | 'starts_at' | 'ends_at' | 'rules'>

interface Options {
  /** The visit itself, where it is one. */
  readonly visit?: Pick<LockedAppointment, 'id' | 'patient_id' | 'walk_in'>
  /** Rules of which it does not matter what they say by now. */
  readonly asBefore?: readonly RuleCode[]
}

/** What is asked for a time again, with these. */
export function bookingAgain(
  ctx: Ctx,
  practice: Practice,
  before: Before,
  rows: readonly { readonly role: string | null; readonly resource_id: string }[],
  { visit, asBefore = [] }: Options = {},
): Booking {
  const [start, end] = [msOf(before.starts_at), msOf(before.ends_at)]
  // Rows of a visit or a group always have a role.
  const assignments = rows.map((row) => ({ role: row.role ?? 'clinician', resourceId: row.resource_id }))
  const place = placeOf(practice, before.visit_type_id, before.site_id, bringsInterpreter(assignments))
  const usual = lasting(place, (end - start) / 60_000)
  return {
    practice,
    place: withoutOthers(usual, assignments),
    wanted: { start: before.starts_at, assignments },
    patientId: visit?.patient_id ?? null,
    appointmentId: visit?.id ?? null,
    walkIn: visit?.walk_in ?? false,
    ...asItWas(ctx, { start: before.starts_at }, rulesOf(before), asBefore),
  }
}

/**
 * May it have the time again that it had, with whoever took part then? As of a new booking, but what somebody overrode
 * when it was made stays overridden, and what has begun meanwhile is no booking in the past.
 */
export async function planAgain(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  before: Before,
  rows: readonly { readonly role: string | null; readonly resource_id: string }[],
  options: Options = {},
): Promise<Result<AllowedPlan, Why>> {
  const plan = await planInTurn(db, bookingAgain(ctx, practice, before, rows, options), ctx)
  if (plan.ok) return plan
  // Nobody is asked here whether they override it.
  const rules = plan.error.rules.map((rule): Objection => ({ ...rule, mayOverride: false }))
  return refuse({ why: plan.error.reason, rules })
}
