import type { peopleImport, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { importChanged } from './events.ts'
import { changeRun, deleteParts, lockRun } from './store.ts'

type Spec = typeof peopleImport.cancelImport

/** What is at work stops after the rows at hand; a file that was not brought in yet is thrown away. */
export async function cancelImport(ctx: Ctx, runId: string): Promise<Result<object, Refusal<Spec>>> {
  return ctx.tx<object, Refusal<Spec>>(async (db) => {
    const run = await lockRun(db, runId)
    if (!run) throw new Problem('not-found')
    if (run.state === 'checking' || run.state === 'running') await changeRun(db, runId, { cancel_asked: true })
    else if (['uploading', 'mapping', 'checked'].includes(run.state)) {
      await deleteParts(db, runId)
      await changeRun(db, runId, { state: 'cancelled', finished_at: ctx.now.toString() })
    } else return refuse({ reason: 'wrong-state', state: run.state as never })
    await ctx.tell(db, importChanged(runId))
    return ok({})
  })
}
