import { type record, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { checkOpen } from '../restricted/gate.ts'
import { presentRecord } from './present.ts'
import { selectRecord } from './store.ts'

/** Of a record that was merged the one that speaks for it is shown. */
export async function readRecord(ctx: Ctx, patientId: string): Promise<Reply<typeof record.readRecord>> {
  ctx.touch(patientId)
  let row = await selectRecord(ctx.db, patientId)
  if (row && row.merged_into !== null) {
    ctx.touch(row.merged_into)
    // The gate before every handler knew only the record that was named.
    await checkOpen(ctx, ctx.db, row.merged_into)
    row = await selectRecord(ctx.db, row.merged_into)
  }
  if (!row) throw new Problem('not-found')
  return { ...presentRecord(row), can: { change: roleMay(ctx.actor.role, 'patient.change') } }
}
