import type { peopleImport, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { lockRun, savePart } from './store.ts'

type Spec = typeof peopleImport.sendImportPart

/** The same part sent twice lies there once: a connection that broke is simply tried again. */
export async function sendPart(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<object, Refusal<Spec>>> {
  return ctx.tx<object, Refusal<Spec>>(async (db) => {
    const run = await lockRun(db, params.runId)
    if (!run) throw new Problem('not-found')
    if (run.state !== 'uploading') return refuse({ reason: 'wrong-state', state: run.state as never })
    await savePart(db, run.id, params.part, Buffer.from(body.content, 'base64'))
    return ok({})
  })
}
