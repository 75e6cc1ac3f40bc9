import type { calls, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { whoUsesPhones } from '../patients/index.ts'
import { presentCall } from './present.ts'
import { selectOpenCalls } from './store.ts'

export async function listCalls(ctx: Ctx): Promise<Reply<typeof calls.listCalls>> {
  const rows = await selectOpenCalls(ctx.db, ctx.now.toString())
  const users = await whoUsesPhones(
    ctx,
    ctx.db,
    rows.map((row) => row.from_number),
  )
  const shown = rows.map((row) => presentCall(row, users.get(row.from_number) ?? []))
  ctx.touch([...new Set(shown.flatMap((call) => call.candidates.map((candidate) => candidate.id)))])
  return { calls: shown }
}
