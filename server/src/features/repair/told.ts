import type { repair, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { type Addressee, addresseesOf } from '../messages/index.ts'
import { type LineColumns, presentLine } from '../patients/index.ts'
import { patientLanguage, visitMessage } from '../scheduling/index.ts'
import type { RepairWork } from './read-repair.ts'

type Message = Reply<typeof repair.previewRepairMessages>['messages'][number]

/** A visit of which somebody would be told, and what. */
export interface Told {
  readonly appointmentId: string
  readonly patient: LineColumns
  readonly siteId: string
  readonly visitTypeId: string
  readonly news: Message['news']
  /** Of what is told: the time it gets, or the one that is cancelled. */
  readonly start: string
}

/** What each would read, by the same words as the message itself. */
export async function messagesFor(
  ctx: Ctx,
  work: RepairWork,
  repairId: string,
  told: readonly Told[],
): Promise<{ readonly messages: Message[] }> {
  ctx.touch([...new Set(told.map(({ patient }) => patient.id))], repairId)
  const about = told.map(({ patient, appointmentId }) => ({ patientId: patient.id, appointmentIds: [appointmentId] }))
  const to = await addresseesOf(ctx.db, about, ctx.now.toString())
  return { messages: told.flatMap((one, at) => messageOf(ctx, work, one, to[at] ?? null) ?? []) }
}

function messageOf(
  ctx: Ctx,
  { practice, linkInMessages }: RepairWork,
  { appointmentId, patient, siteId, visitTypeId, news, start }: Told,
  to: Addressee | null,
): Message | null {
  const site = practice.sites.get(siteId)
  if (!site) return null
  const language = patientLanguage(to?.language ?? patient.language)
  const head = { appointmentId, patient: presentLine(patient), news, language, hasEmail: to !== null }
  if (news === 'none') return { ...head, subject: '', text: '' }
  const facts = {
    practice: ctx.organization.name,
    readerName: to?.name ?? patient.preferred ?? patient.given,
    about: to?.about ?? null,
    start,
    site,
    telehealth: practice.visitTypes.get(visitTypeId)?.telehealth ?? false,
    answerUrl: linkInMessages && news !== 'cancelled' ? '…' : null,
  }
  return { ...head, ...visitMessage(news, facts, language) }
}
