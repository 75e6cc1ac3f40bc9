import type { messages, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { checkOpen } from '../patients/index.ts'
import { presentLine } from './present.ts'
import { selectMessage } from './store.ts'

export async function readMessage(ctx: Ctx, messageId: string): Promise<Reply<typeof messages.readMessage>> {
  const row = await selectMessage(ctx.db, messageId)
  if (!row) throw new Problem('not-found')
  ctx.touch(row.patient_id, messageId)
  await checkOpen(ctx, ctx.db, row.patient_id)
  return { ...presentLine(row, false), text: row.body, calendar: row.calendar }
}
