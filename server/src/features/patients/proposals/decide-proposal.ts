import type { proposals, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { storedSearchName } from '../contact.ts'
import { patientChanged } from '../events.ts'
import { holdRecord } from '../hold-record.ts'
import { recordChanges } from '../history/record-change.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { findPatient, type Patient, type PatientChange, updatePatient } from '../store.ts'
import { feedColumns, type FeedField, isFeedField } from './fields.ts'
import { systemOf } from './contacts/contact-texts.ts'
import { takeContacts } from './contacts/take-contacts.ts'
import { besideAskedAbout, currentText } from './list-proposals.ts'
import { dropCovered } from './policies/drop-covered.ts'
import { policyField, readProposedPolicy } from './policies/proposed-policy.ts'
import { type NoPolicy, takePolicy } from './policies/take-policy.ts'
import { lockProposal, setDecided } from './store.ts'

type Spec = typeof proposals.decideProposal

type NotTaken = NoPolicy | { readonly reason: 'changed-meanwhile' }

/** Null where it was taken over; else why not. */
async function take(
  ctx: Ctx,
  db: Db,
  patient: Patient,
  { field, proposed }: { readonly field: string; readonly proposed: unknown },
): Promise<NotTaken | null> {
  if (field === policyField) {
    const added = await takePolicy(ctx, db, patient.id, readProposedPolicy(proposed))
    return added.ok ? null : added.error
  }
  const system = systemOf(field)
  if (system === null && !isFeedField(field)) throw new Problem('not-found')
  const isTaken =
    system === null
      ? isFeedField(field) && (await takeField(ctx, db, patient, field, proposed))
      : await takeContacts(ctx, db, patient, { system, proposed })
  return isTaken ? null : { reason: 'changed-meanwhile' }
}

/** Answers whether the record was still as it was read. */

async function takeField(ctx: Ctx, db: Db, patient: Patient, field: FeedField, proposed: unknown): Promise<boolean> {
  const column = feedColumns[field]
  const value = column === 'address' && proposed !== null ? JSON.stringify(proposed) : proposed
  const after: Patient = { ...patient, [column]: proposed }
  const { given, family, middle, preferred } = after
  const change = {
    [column]: value,
    search_name: storedSearchName({
      given,
      family,
      ...(middle === null ? {} : { middle }),
      ...(preferred === null ? {} : { preferred }),
    }),
  } as PatientChange
  if (!(await updatePatient(db, patient.id, patient.version, change))) return false
  // It was somebody here who said so: the last word stays with the desk.
  await recordChanges(ctx, db, patient.id, { [field]: patient[column] }, { [field]: proposed })
  await keepFindable(db, [patient.id])
  return true
}

export async function decideProposal(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, proposalId } = params
  ctx.touch(patientId, proposalId)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const proposal = await lockProposal(db, patientId, proposalId)
    const patient = await findPatient(db, patientId)
    if (!proposal || !patient) throw new Problem('not-found')
    if (proposal.state !== 'open') return refuse({ reason: 'decided-already' })
    const current = currentText(patient, proposal, await besideAskedAbout(db, [proposal]))
    if (current !== body.current) return refuse({ reason: 'changed-meanwhile', current })
    const notTaken = body.decision === 'taken' ? await take(ctx, db, patient, proposal) : null
    if (notTaken) return refuse(notTaken.reason === 'changed-meanwhile' ? { ...notTaken, current } : notTaken)
    await setDecided(db, proposalId, body.decision, { at: ctx.now.toString(), staffId: staffOf(ctx.actor) })
    if (body.decision === 'taken' && proposal.field === policyField) await dropCovered(db, patientId)
    await ctx.tell(db, patientChanged(patientId))
    return ok({ patientId })
  })
}
