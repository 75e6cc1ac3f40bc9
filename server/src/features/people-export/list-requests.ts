import type { peopleExport, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { mayHaveCopy, readStanding } from './may-have.ts'
import { presentRequest } from './present.ts'
import { selectRequests } from './store.ts'

export async function listRequests(
  ctx: Ctx,
  patientId: string,
): Promise<Reply<typeof peopleExport.listAccessRequests>> {
  ctx.touch(patientId)
  const standing = await readStanding(ctx, ctx.db, patientId)
  return {
    requests: (await selectRequests(ctx.db, patientId)).map(presentRequest),
    mayHave: standing.relatives
      .filter((one) => mayHaveCopy(one, standing))
      .map(({ row }) => ({ relatedPersonId: row.id, name: row.name, relationship: row.relationship })),
  }
}
