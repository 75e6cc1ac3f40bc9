import type { Refusal, relatives } from '@foyer/contract'
import type { AuthorityKind, AuthorityScope } from '@foyer/patients'
import { addDays, ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { holdRecord, patientChanged, recordChanges } from '../patients/index.ts'
import { authorityHistory } from './history.ts'
import type { RelatedPerson } from './present.ts'
import { readRelative, readStanding } from './read-relatives.ts'
import { lockAuthority, updateAuthority } from './store.ts'

type Spec = typeof relatives.endAuthority

export async function endAuthority(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<RelatedPerson, Refusal<Spec>>> {
  const { patientId, authorityId } = params
  ctx.touch(patientId, authorityId)
  ctx.because(body.reason)
  return ctx.tx(async (db): Promise<Result<RelatedPerson, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const authority = await lockAuthority(db, patientId, authorityId)
    if (!authority) throw new Problem('not-found')
    const { setting } = await readStanding(ctx, db, patientId)
    if (authority.period_end !== null && authority.period_end < setting.today)
      return refuse({ reason: 'ended-already', on: authority.period_end })
    if (body.lastDay !== null && body.lastDay < authority.period_start) return refuse({ reason: 'period-backwards' })
    // At once: of today nothing is allowed any more.
    const until = body.lastDay ?? addDays(setting.today, -1)
    await updateAuthority(db, authorityId, { period_end: until, ended_reason: body.reason })
    const told = {
      name: authority.name,
      // The column's check and the contract let in nothing else.
      kind: authority.kind as AuthorityKind,
      scopes: authority.scopes as AuthorityScope[],
      from: authority.period_start,
    }
    await recordChanges(
      ctx,
      db,
      patientId,
      authorityHistory({ ...told, until: authority.period_end }),
      authorityHistory({ ...told, until }),
    )
    await ctx.tell(db, patientChanged(patientId))
    return ok(await readRelative(ctx, db, patientId, authority.related_person_id))
  })
}
