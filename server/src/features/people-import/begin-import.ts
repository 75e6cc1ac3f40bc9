import type { Body, peopleImport } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { insertRun } from './store.ts'

export async function beginImport(
  ctx: Ctx,
  { fileName, bytes }: Body<typeof peopleImport.beginImport>,
): Promise<Result<{ id: string }, never>> {
  const id = ctx.newId()
  return ctx.tx<{ id: string }, never>(async (db) => {
    // Only the last part of a path, should a browser send one.
    const name = fileName.split(/[/\\]/).at(-1) || fileName
    await insertRun(db, { id, fileName: name, bytes, at: ctx.now.toString(), by: ctx.actor.staffId })
    return ok({ id })
  })
}
