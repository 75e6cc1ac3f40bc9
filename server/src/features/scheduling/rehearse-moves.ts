import { type BookRefusal, bringsInterpreter, type CapKind, type RuleCode } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { type Db, runIn } from '../../platform/database/organization-db.ts'
import { withSavepoint } from '../../platform/database/savepoint.ts'
import type { Practice } from '../practice/index.ts'
import { planHere } from './booking/plan.ts'
import { msOf } from './instants.ts'
import { lasting, placeOf, type WantedTime } from './place.ts'
import { rehearsed } from './rehearsed.ts'
import { lockAppointment, updatePlace } from './store.ts'
import { conflictOf } from './taken.ts'
import { deleteAllocations, emptyAllocations, insertAllocations } from './time/store.ts'

export interface RehearsedMove extends WantedTime {
  readonly appointmentId: string
}

/** Why a move would be refused: the rules that say no, empty where the time itself is taken, and which caps are full. */
export type MoveObstacle = { readonly rules: readonly RuleCode[]; readonly caps: readonly CapKind[] }

/**
 * What would become of these moves, done one after the other by every rule and constraint that a move is held against:
 * they are done, and taken back. The time of all of them is free from the start. Nobody is told and nobody is waited for,
 * so that somebody may still be faster when it is done in earnest.
 */
export async function rehearseMoves(
  ctx: Ctx,
  practice: Practice,
  moves: readonly RehearsedMove[],
): Promise<readonly (MoveObstacle | null)[]> {
  return rehearsed(ctx.db, async (db) => {
    const obstacles: (MoveObstacle | null)[] = []
    for (const { appointmentId } of moves) await emptyAllocations(db, appointmentId)
    for (const one of moves) obstacles.push(await tried(ctx, db, practice, one))
    return obstacles
  })
}

/** The time itself is somebody else's. */
export const taken: MoveObstacle = { rules: [], caps: [] }

async function tried(ctx: Ctx, db: Db, practice: Practice, one: RehearsedMove): Promise<MoveObstacle | null> {
  const visit = await lockAppointment(db, one.appointmentId)
  if (!visit) return taken
  const usual = placeOf(practice, visit.visit_type_id, visit.site_id, bringsInterpreter(one.assignments))
  const place = lasting(usual, (msOf(visit.ends_at) - msOf(visit.starts_at)) / 60_000)
  const { patient_id: patientId, walk_in: walkIn, id: appointmentId } = visit
  const booking = { practice, place, wanted: one, patientId, walkIn, appointmentId }
  try {
    return await withSavepoint(db, async () => {
      const plan = await planHere(db, booking, ctx)
      if (!plan.ok) return obstacleOf(plan.error)
      await deleteAllocations(db, appointmentId)
      await runIn(
        db,
        insertAllocations(db, plan.value, { appointmentId }, () => ctx.newId()),
      )
      await updatePlace(db, appointmentId, plan.value)
      return null
    })
  } catch (error) {
    if (conflictOf(error) === null) throw error
    return taken
  }
}

export function obstacleOf(error: BookRefusal): MoveObstacle {
  return {
    rules: error.rules.map(({ rule }) => rule),
    caps: error.rules.flatMap((each) => (each.rule === 'cap' ? [each.of] : [])),
  }
}
