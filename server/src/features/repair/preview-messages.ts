import type { repair, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { type Addressee, addresseesOf } from '../messages/index.ts'
import { presentLine } from '../patients/index.ts'
import { patientLanguage, visitMessage } from '../scheduling/index.ts'
import { newsOf } from './place.ts'
import type { RepairWork } from './read-repair.ts'
import { type ItemRow, selectItems, selectRepair } from './store.ts'

type Spec = typeof repair.previewRepairMessages
type Message = Reply<Spec>['messages'][number]

/** What would be sent for each visit that has a new place and is not kept, by the same words as the message itself. */
export async function previewMessages(
  ctx: Ctx,
  work: RepairWork,
  repairId: string,
): Promise<Result<Reply<Spec>, never>> {
  if (!(await selectRepair(ctx.db, repairId))) throw new Problem('not-found')
  const items = (await selectItems(ctx.db, repairId)).filter(({ decision }) => decision !== 'kept')
  ctx.touch([...new Set(items.map(({ id }) => id))], repairId)
  const about = items.map(({ id, appointment_id }) => ({ patientId: id, appointmentIds: [appointment_id] }))
  const to = await addresseesOf(ctx.db, about, ctx.now.toString())
  return ok({ messages: items.flatMap((item, at) => messageOf(ctx, work, item, to[at] ?? null) ?? []) })
}

function messageOf(
  ctx: Ctx,
  { practice, linkInMessages }: RepairWork,
  item: ItemRow,
  to: Addressee | null,
): Message | null {
  const site = practice.sites.get(item.site_id)
  const place = item.decision === 'cancelled' ? item.before : item.proposal
  if (!site || !place) return null
  const news: Message['news'] = item.decision === 'cancelled' ? 'cancelled' : newsOf(item.proposal?.why ?? [])
  const language = patientLanguage(to?.language ?? item.language)
  const head = {
    appointmentId: item.appointment_id,
    patient: presentLine(item),
    news,
    language,
    hasEmail: to !== null,
  }
  if (news === 'none') return { ...head, subject: '', text: '' }
  const facts = {
    practice: ctx.organization.name,
    readerName: to?.name ?? item.preferred ?? item.given,
    about: to?.about ?? null,
    start: place.start,
    site,
    telehealth: practice.visitTypes.get(item.visit_type_id)?.telehealth ?? false,
    answerUrl: linkInMessages && news !== 'cancelled' ? '…' : null,
  }
  return { ...head, ...visitMessage(news, facts, language) }
}
