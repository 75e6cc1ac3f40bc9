import type { Db } from '../../../platform/database/organization-db.ts'
import { hasPhone, personColumns } from '../people/store.ts'
import { gone } from './store.ts'

interface Told {
  readonly appointmentId: string
  readonly tokenHash: Buffer
}

/** Whoever has a seat is told where the group is by now, and asked anew. */
export async function saveTold(db: Db, repairId: string, seats: readonly Told[], at: string): Promise<void> {
  if (seats.length === 0) return
  await db
    .insertInto('repair_seat')
    .values(
      seats.map(({ appointmentId, tokenHash }) => ({
        repair_id: repairId,
        appointment_id: appointmentId,
        told_at: at,
        answer_token_hash: tokenHash,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['repair_id', 'appointment_id']).doUpdateSet({ told_at: at, answer: null, answered_at: null }),
    )
    .execute()
}

function seatsTold(db: Db) {
  return db
    .selectFrom('repair_seat as s')
    .innerJoin('appointment as v', 'v.id', 's.appointment_id')
    .where('v.status', 'not in', gone)
}

/** Who was told, by group and seat; whoever gave their seat back since is not asked any more. */
export function selectTold(db: Db, repairId: string) {
  return seatsTold(db)
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select(personColumns)
    .select(['v.id as appointment_id', 'v.group_session_id', 's.told_at', 's.answer', 's.answered_at'])
    .select(hasPhone(db).as('has_phone'))
    .where('s.repair_id', '=', repairId)
    .orderBy('v.seat')
    .execute()
}

export type ToldRow = Awaited<ReturnType<typeof selectTold>>[number]

/** By repair: who was told and is silent. */
export async function countSilent(db: Db, repairIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (repairIds.length === 0) return new Map()
  const rows = await seatsTold(db)
    .select('s.repair_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('s.repair_id', 'in', repairIds)
    .where('s.answer', 'is', null)
    .groupBy('s.repair_id')
    .execute()
  return new Map(rows.map(({ repair_id, count }) => [repair_id, count]))
}

/** Who was told of a group before: only they hear that it is as it was. */
export async function selectToldIds(db: Db, repairId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('repair_seat').select('appointment_id').where('repair_id', '=', repairId).execute()
  return new Set(rows.map(({ appointment_id }) => appointment_id))
}

export function lockTold(db: Db, repairId: string, appointmentId: string) {
  return db
    .selectFrom('repair_seat as s')
    .innerJoin('appointment as v', 'v.id', 's.appointment_id')
    .select(['s.told_at', 'v.patient_id'])
    .where('s.repair_id', '=', repairId)
    .where('s.appointment_id', '=', appointmentId)
    .forUpdate('s')
    .executeTakeFirst()
}
