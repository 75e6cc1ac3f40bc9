import type { estimates, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import { newToken, tokenHash } from '../../../platform/auth/tokens.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { openVault, storeFile } from '../../documents/index.ts'
import { queueMessage, readerFor } from '../../messages/index.ts'
import { patientLanguage } from '../../scheduling/index.ts'
import type { CoverageDeps } from '../deps.ts'
import { drawEstimate } from './document/estimate-pdf.ts'
import { paperOf } from './document/paper-of.ts'
import { estimateWords } from './document/words.ts'
import { estimateChanged } from './events.ts'
import { estimateMail } from './link/mail.ts'
import { LINK_DAYS } from './policy.ts'
import { presentEstimate } from './present.ts'
import { findEstimate, lockEstimate, updateEstimate } from './store.ts'

type Spec = typeof estimates.giveEstimate

/**
 * Given on paper or so that it can be kept and printed (45 CFR 149.610(e)(1)): what was given is a document of the record
 * from then on. Given again, in another way, it is the same document; a new link shuts the one before.
 */
export async function giveEstimate(
  ctx: Ctx,
  { practices, secret, publicUrl }: Pick<CoverageDeps, 'practices' | 'secret' | 'publicUrl'>,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, estimateId } = params
  const { how } = body
  ctx.touch(patientId, estimateId)
  const practice = await practices.read(ctx.organization)
  const vault = openVault(secret, ctx.organization.id, () => ctx.now.toString())
  const key = await vault.newestKey(ctx.db)
  // Drawn before the transaction: what it says does not change any more.
  const drawn = await findEstimate(ctx.db, patientId, estimateId)
  const paper = drawn ? paperOf(drawn, practice) : null
  const bytes = paper && (await drawEstimate(paper))
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const row = await lockEstimate(db, patientId, estimateId)
    if (!row) throw new Problem('not-found')
    if (!paper || !bytes || (row.state !== 'made' && row.state !== 'given')) return refuse({ reason: 'not-made' })
    const words = estimateWords[paper.language]
    const documentId =
      row.document_id ??
      (await storeFile(
        ctx,
        db,
        { vault, key },
        {
          patientId,
          type: 'letter',
          title: paper.kind === 'insured' ? words.titleInsured : words.titleGoodFaith,
          contentType: 'application/pdf',
          content: Buffer.from(bytes),
          words: '',
          source: 'desk',
          size: null,
          thumbnail: null,
        },
      ))
    const token = how === 'link' || how === 'email' ? newToken() : null
    const link = token === null ? null : `/estimate#${ctx.organization.slug}~${token}`
    if (how === 'email') {
      if (publicUrl === null) return refuse({ reason: 'links-not-sent' })
      const createdAt = ctx.now.toString()
      const appointmentIds = row.appointment_id === null ? [] : [row.appointment_id]
      const to = await readerFor(db, { patientId, appointmentIds }, createdAt)
      if (to.to === null) return refuse({ reason: 'no-address' })
      const language = patientLanguage(to.about === null ? row.language : to.language)
      await queueMessage(db, {
        id: ctx.newId(),
        patientId,
        appointmentId: row.appointment_id,
        to,
        language,
        ...estimateMail({ practice: ctx.organization.name, phone: paper.content.practice.phone }, language, {
          link: `${publicUrl.replace(/\/$/, '')}${link ?? ''}`,
          days: LINK_DAYS,
        }),
        calendar: null,
        eventId: null,
        createdAt,
      })
    }
    await updateEstimate(db, estimateId, {
      state: 'given',
      document_id: documentId,
      given_at: ctx.now.toString(),
      given_by: staffOf(ctx.actor),
      given_how: how,
      ...(token !== null && {
        link_hash: tokenHash(token),
        link_until: ctx.now.add({ hours: LINK_DAYS * 24 }).toString(),
        link_tries: 0,
        opened_at: null,
      }),
    })
    await ctx.tell(db, estimateChanged(estimateId, patientId))
    const given = await findEstimate(db, patientId, estimateId)
    if (!given) throw new Error('the estimate is gone')
    return ok({ estimate: presentEstimate(given, practice, ctx.now), link: how === 'link' ? link : null })
  })
}
