import type { Refusal, relatives } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { holdRecord, patientChanged, recordChanges } from '../patients/index.ts'
import type { RelatedPerson } from './present.ts'
import { readRelative } from './read-relatives.ts'
import { isOnFile, lockAuthority, updateAuthority } from './store.ts'

type Spec = typeof relatives.proveAuthority

export async function proveAuthority(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<RelatedPerson, Refusal<Spec>>> {
  const { patientId, authorityId } = params
  const { documentId } = body
  ctx.touch(patientId, authorityId)
  return ctx.tx(async (db): Promise<Result<RelatedPerson, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const authority = await lockAuthority(db, patientId, authorityId)
    if (!authority) throw new Problem('not-found')
    if (!(await isOnFile(db, patientId, documentId))) return refuse({ reason: 'unknown-document' })
    await updateAuthority(db, authorityId, { document_id: documentId })
    const shown = (is: boolean) => ({ authorityShown: [authority.kind, authority.name, ...(is ? [documentId] : [])] })
    await recordChanges(ctx, db, patientId, shown(false), shown(true))
    await ctx.tell(db, patientChanged(patientId))
    return ok(await readRelative(ctx, db, patientId, authority.related_person_id))
  })
}
