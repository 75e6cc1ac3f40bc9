import type { Params, Query, repair, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { type Addressee, addresseesOf } from '../messages/index.ts'
import { type LineColumns, presentLine } from '../patients/index.ts'
import { patientLanguage, visitMessage } from '../scheduling/index.ts'
import { selectGroups, selectSeats } from './groups/store.ts'
import { newsOf } from './place.ts'
import type { RepairWork } from './read-repair.ts'
import { selectItems, selectRepair } from './store.ts'

type Spec = typeof repair.previewRepairMessages
type OfGroup = typeof repair.previewRepairGroupMessages
type Message = Reply<Spec>['messages'][number]

/** A visit of which somebody would be told, and what. */
interface Told {
  readonly appointmentId: string
  readonly patient: LineColumns
  readonly siteId: string
  readonly visitTypeId: string
  readonly news: Message['news']
  /** Of what is told: the time it gets, or the one that is cancelled. */
  readonly start: string
}

/** What would be sent for each visit that has a new place and is not kept, by the same words as the message itself. */
export async function previewMessages(
  ctx: Ctx,
  work: RepairWork,
  repairId: string,
): Promise<Result<Reply<Spec>, never>> {
  if (!(await selectRepair(ctx.db, repairId))) throw new Problem('not-found')
  const items = (await selectItems(ctx.db, repairId)).filter(({ decision }) => decision !== 'kept')
  const told = items.flatMap((item): Told | [] => {
    const isCancelled = item.decision === 'cancelled'
    const place = isCancelled ? item.before : item.proposal
    if (!place) return []
    return {
      appointmentId: item.appointment_id,
      patient: item,
      siteId: item.site_id,
      visitTypeId: item.visit_type_id,
      news: isCancelled ? 'cancelled' : newsOf(item.proposal?.why ?? []),
      start: place.start,
    }
  })
  return messagesFor(ctx, work, repairId, told)
}

/** The same of everybody in a group that would be held at `start`. */
export async function previewGroupMessages(
  ctx: Ctx,
  work: RepairWork,
  { repairId, groupSessionId, start }: Params<OfGroup> & Query<OfGroup>,
): Promise<Result<Reply<OfGroup>, never>> {
  const row = await selectRepair(ctx.db, repairId)
  const group = row && (await selectGroups(ctx.db, row)).find(({ id }) => id === groupSessionId)
  if (!group) throw new Problem('not-found')
  const { site_id: siteId, visit_type_id: visitTypeId } = group
  const told = (await selectSeats(ctx.db, [group.id])).map(
    (seat): Told => ({
      appointmentId: seat.appointment_id,
      patient: seat,
      siteId,
      visitTypeId,
      news: 'movedByUs',
      start,
    }),
  )
  return messagesFor(ctx, work, repairId, told)
}

async function messagesFor(
  ctx: Ctx,
  work: RepairWork,
  repairId: string,
  told: readonly Told[],
): Promise<Result<Reply<Spec>, never>> {
  ctx.touch([...new Set(told.map(({ patient }) => patient.id))], repairId)
  const about = told.map(({ patient, appointmentId }) => ({ patientId: patient.id, appointmentIds: [appointmentId] }))
  const to = await addresseesOf(ctx.db, about, ctx.now.toString())
  return ok({ messages: told.flatMap((one, at) => messageOf(ctx, work, one, to[at] ?? null) ?? []) })
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
