import type { Ctx } from '../../../platform/context.ts'
import { tokenHash } from '../../../platform/auth/tokens.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { RepairWork } from '../read-repair.ts'
import { saveTold } from './seat-store.ts'

/** Notes that everybody in a group is told of its time, each with a link of their own; the message is asked for by the move. */
export async function tellSeats(
  ctx: Ctx,
  db: Db,
  { answerToken }: Pick<RepairWork, 'answerToken'>,
  repairId: string,
  appointmentIds: readonly string[],
): Promise<void> {
  const told = appointmentIds.map((appointmentId) => ({
    appointmentId,
    tokenHash: tokenHash(answerToken(ctx.organization.slug, repairId, appointmentId)),
  }))
  await saveTold(db, repairId, told, ctx.now.toString())
}
