import type { calls, Reply } from '@foyer/contract'
import type { ReachNote } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { mayOpen, readReach, whoUsesPhones } from '../patients/index.ts'
import { presentCall } from './present.ts'
import { selectOpenCalls } from './store.ts'

export async function listCalls(ctx: Ctx): Promise<Reply<typeof calls.listCalls>> {
  const rows = await selectOpenCalls(ctx.db, ctx.now.toString())
  const users = await whoUsesPhones(
    ctx,
    ctx.db,
    rows.map((row) => row.from_number),
  )
  const spoken = rows.flatMap(({ state, from_number }) => (state === 'answered' ? (users.get(from_number) ?? []) : []))
  const notes = await notesFor(ctx, [...new Set(spoken.map(({ line }) => line.id))])
  const shown = rows.map((row) =>
    presentCall(row, users.get(row.from_number) ?? [], row.state === 'answered' ? notes : new Map()),
  )
  ctx.touch([...new Set(shown.flatMap((call) => call.candidates.map((candidate) => candidate.id)))])
  return { calls: shown }
}

/** On the phone nobody needs the e-mail address, nor the address of letters. */
function isForPhone(note: ReachNote): boolean {
  return (
    note.kind !== 'write-only' && note.kind !== 'letter-only' && !(note.kind === 'shared' && note.system === 'email')
  )
}

async function notesFor(ctx: Ctx, patientIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReachNote[]>> {
  const open = await mayOpen(ctx, ctx.db, patientIds)
  const reach = await readReach(ctx.db, [...open], ctx.now.toString())
  return new Map([...reach].map(([id, { notes }]) => [id, notes.filter(isForPhone)]))
}
