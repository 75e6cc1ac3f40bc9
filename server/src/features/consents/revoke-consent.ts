import type { consents, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { holdRecord, recordChanges } from '../patients/index.ts'
import { consentRevoked } from './events.ts'
import { findGiven, setRevoked } from './store.ts'

type Spec = typeof consents.revokeConsent

/** May be taken back at any time (45 CFR 164.508(b)(5)). */
export async function revokeConsent(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, consentId } = params
  ctx.touch(patientId, consentId)
  ctx.because(body.reason)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const consent = await findGiven(db, patientId, consentId)
    if (!consent) throw new Problem('not-found')
    const revokedAt = ctx.now.toString()
    if (!(await setRevoked(db, params, revokedAt, body.reason))) return refuse({ reason: 'nothing-to-revoke' })
    const field = `consent.${consent.kind}`
    await recordChanges(ctx, db, patientId, { [field]: 'permit' }, { [field]: 'revoked' })
    await ctx.tell(db, consentRevoked(consentId, patientId))
    return ok({ revokedAt })
  })
}
