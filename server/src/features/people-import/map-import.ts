import type { peopleImport, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { mappingLacks } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { changeRun, deleteRows, lockRun } from './store.ts'

type Spec = typeof peopleImport.mapImport

/** What was judged by another mapping is judged anew. */
export async function mapImport(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<object, Refusal<Spec>>> {
  const { asked, identifierSystem, ...mapping } = body
  return ctx.tx<object, Refusal<Spec>>(async (db) => {
    const run = await lockRun(db, params.runId)
    if (!run) throw new Problem('not-found')
    if (run.state !== 'mapping' && run.state !== 'checked')
      return refuse({ reason: 'wrong-state', state: run.state as never })
    const columns = run.header.map((_, at) => mapping.columns[at] ?? null)
    const missing = mappingLacks({ ...mapping, columns })
    if (missing.length > 0) return refuse({ reason: 'mapping-lacks', missing: [...missing] })
    await deleteRows(db, run.id)
    await changeRun(db, run.id, {
      state: 'mapping',
      mapping: JSON.stringify({ ...mapping, columns }),
      asked,
      identifier_system: identifierSystem,
    })
    return ok({})
  })
}
