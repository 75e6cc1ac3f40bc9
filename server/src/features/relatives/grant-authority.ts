import type { Refusal, relatives } from '@foyer/contract'
import { coveredBy, isMinor } from '@foyer/patients'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { holdRecord, patientChanged, recordChanges } from '../patients/index.ts'
import { authorityHistory } from './history.ts'
import type { RelatedPerson } from './present.ts'
import { readRelative, readStanding } from './read-relatives.ts'
import { insertAuthority, isOnFile, lockRelatedPerson } from './store.ts'

type Spec = typeof relatives.grantAuthority

export async function grantAuthority(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<RelatedPerson, Refusal<Spec>>> {
  const { patientId, relatedPersonId } = params
  const { kind, periodEnd, documentId } = body
  const scopes = [...new Set(body.scopes)]
  ctx.touch(patientId, relatedPersonId)
  return ctx.tx(async (db): Promise<Result<RelatedPerson, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const person = await lockRelatedPerson(db, patientId, relatedPersonId)
    if (!person) throw new Problem('not-found')
    const { patient, setting } = await readStanding(ctx, db, patientId)
    const periodStart = body.periodStart ?? setting.today
    if (periodEnd !== null && periodEnd < periodStart) return refuse({ reason: 'period-backwards' })
    const covered = coveredBy(kind, scopes)
    const beyond = scopes.filter((scope) => !covered.includes(scope))
    if (beyond.length > 0) return refuse({ reason: 'beyond-kind', scopes: beyond })
    if (kind === 'parent' && !isMinor(patient, setting)) return refuse({ reason: 'of-age' })
    if (documentId !== null && !(await isOnFile(db, patientId, documentId)))
      return refuse({ reason: 'unknown-document' })

    await insertAuthority(db, {
      id: ctx.newId(),
      patient_id: patientId,
      related_person_id: relatedPersonId,
      kind,
      scopes,
      period_start: periodStart,
      period_end: periodEnd,
      document_id: documentId,
      created_at: ctx.now.toString(),
      created_by: staffOf(ctx.actor),
    })
    const told = { name: person.name, kind, scopes, from: periodStart, until: periodEnd }
    await recordChanges(ctx, db, patientId, {}, authorityHistory(told))
    await ctx.tell(db, patientChanged(patientId))
    return ok(await readRelative(ctx, db, patientId, relatedPersonId))
  })
}
