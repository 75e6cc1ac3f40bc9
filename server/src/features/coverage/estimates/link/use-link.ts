import type { Body, estimates, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Media } from '../../../../platform/http/route.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { patientLanguage } from '../../../scheduling/index.ts'
import { askedIn } from '../asked.ts'
import { drawEstimate } from '../document/estimate-pdf.ts'
import { paperOf } from '../document/paper-of.ts'
import { estimateChanged } from '../events.ts'
import { signatureOf } from '../sign-estimate.ts'
import { type EstimateLine, findEstimate, lockEstimate, updateEstimate } from '../store.ts'
import { isOver, knownLink, openedLink } from './find-link.ts'
import { presentLinked } from './present.ts'

type Open = typeof estimates.openEstimateLink
type Read = typeof estimates.readEstimateLink
type Sign = typeof estimates.signEstimateLink
type Print = typeof estimates.printEstimateLink

export async function openLink(ctx: Ctx, practices: PracticeBook, { token }: Body<Open>): Promise<Reply<Open>> {
  const row = await openedLink(ctx, ctx.db, token)
  const site = (await practices.read(ctx.organization)).sites.get(askedIn(row).siteId)
  return {
    practice: ctx.organization.name,
    phone: site?.phone ?? null,
    language: patientLanguage(row.language),
    isOver: isOver(row, ctx.now),
  }
}

/** A newer one stands in its place once it is made. */
async function isReplaced(db: Db, { patient_id: patientId, replaced_by_id: nextId }: EstimateLine): Promise<boolean> {
  const next = nextId === null ? undefined : await findEstimate(db, patientId, nextId)
  return next !== undefined && next.state !== 'wanted'
}

async function shownOf(ctx: Ctx, patientId: string, id: string): Promise<Reply<Read>> {
  const row = await findEstimate(ctx.db, patientId, id)
  const shown = row && presentLinked(row, await isReplaced(ctx.db, row))
  if (!shown) throw new Problem('not-found')
  return shown
}

export async function readLink(ctx: Ctx, body: Body<Read>): Promise<Result<Reply<Read>, Refusal<Read>>> {
  const found = await knownLink(ctx, body)
  return found.ok ? ok(await shownOf(ctx, found.value.patient_id, found.value.id)) : found
}

export async function signLink(ctx: Ctx, body: Body<Sign>): Promise<Result<Reply<Sign>, Refusal<Sign>>> {
  const found = await knownLink(ctx, body)
  if (!found.ok) return found
  const { id, patient_id: patientId } = found.value
  const signed = await ctx.step('sign', 'estimate.sign').tx(async (db): Promise<Result<null, Refusal<Sign>>> => {
    const row = await lockEstimate(db, patientId, id)
    if (!row) throw new Problem('not-found')
    if (row.signed_at !== null) return refuse({ reason: 'already-signed' })
    // Who signs has to have received what holds.
    if (await isReplaced(db, row)) return refuse({ reason: 'replaced' })
    const signature = signatureOf(body, { isOnline: true, recordedBy: null })
    await updateEstimate(db, id, { signed_at: ctx.now.toString(), signature: JSON.stringify(signature) })
    await ctx.tell(db, estimateChanged(id, patientId))
    return ok(null)
  })
  return signed.ok ? ok(await shownOf(ctx, patientId, id)) : signed
}

export async function printLink(
  ctx: Ctx,
  practices: PracticeBook,
  body: Body<Print>,
): Promise<Result<Media, Refusal<Print>>> {
  const found = await knownLink(ctx, body)
  if (!found.ok) return found
  const row = await findEstimate(ctx.db, found.value.patient_id, found.value.id)
  const paper = row && paperOf(row, await practices.read(ctx.organization))
  if (!paper) throw new Problem('not-found')
  return ok({
    media: 'application/pdf',
    filename: 'estimate.pdf',
    bytes: await drawEstimate(paper),
    isAttachment: true,
  })
}
