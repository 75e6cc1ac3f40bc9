import { addresseesOf } from '../../messages/index.ts'
import { presentLine } from '../../patients/index.ts'
import type { Practice } from '../../practice/index.ts'
import { groupWithout } from '../../scheduling/index.ts'
import type { Ctx } from '../../../platform/context.ts'
import { repairCan } from '../policy.ts'
import type { RepairReply } from '../present.ts'
import type { RepairRow } from '../store.ts'
import { selectGroups, selectSeats } from './store.ts'

type Group = RepairReply['groups'][number]

/** The groups that wait for somebody, with everybody who sits in them, and who could lead each at its time instead. */
export async function readGroups(ctx: Ctx, practice: Practice, row: RepairRow): Promise<readonly Group[]> {
  const groups = await selectGroups(ctx.db, row)
  if (groups.length === 0) return []
  const seats = await selectSeats(
    ctx.db,
    groups.map(({ id }) => id),
  )
  const about = seats.map(({ id, appointment_id }) => ({ patientId: id, appointmentIds: [appointment_id] }))
  const to = await addresseesOf(ctx.db, about, ctx.now.toString())
  const named = (one: { readonly role: string; readonly resourceId: string }) => ({
    role: one.role,
    resourceId: one.resourceId,
    name: practice.resources.get(one.resourceId)?.name ?? '',
  })
  const presented: Group[] = []
  for (const group of groups) {
    const instead = repairCan(ctx.actor).decide
      ? await groupWithout(ctx, practice, group.id, new Set(row.resource_ids))
      : null
    presented.push({
      id: group.id,
      version: group.version,
      visitTypeId: group.visit_type_id,
      start: group.starts_at,
      end: group.ends_at,
      seats: group.seats,
      assignments: group.assignments.map(named),
      people: seats.flatMap((seat, at) =>
        seat.group_session_id === group.id
          ? [
              {
                appointmentId: seat.appointment_id,
                patient: presentLine(seat),
                hasEmail: to[at] !== null,
                hasPhone: seat.has_phone,
              },
            ]
          : [],
      ),
      instead: instead && instead.map(named),
    })
  }
  return presented
}
