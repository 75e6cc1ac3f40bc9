import type { messages, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { mayOpen } from '../patients/index.ts'
import { presentLine } from './present.ts'
import { selectMessages } from './store.ts'

const PAGE = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function listMessages(
  ctx: Ctx,
  before: string | null,
): Promise<Omit<Reply<typeof messages.listMessages>, 'mailServer'>> {
  if (before !== null && !uuid.test(before))
    throw new Problem('not-understood', [{ pointer: '/query/before', detail: 'is not an id of a message' }])
  const rows = await selectMessages(ctx.db, before, PAGE)
  const ids = [...new Set(rows.map((row) => row.patient_id))]
  ctx.touch(ids)
  const open = await mayOpen(ctx, ctx.db, ids)
  const shown = rows.map((row) => presentLine(row, !open.has(row.patient_id)))
  return { messages: shown, before: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null }
}
