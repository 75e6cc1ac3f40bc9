import type { record, Refusal } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import { planContacts } from './contact-plan.ts'
import type { Details } from './present.ts'
import { saveDetails } from './saving.ts'
import { deleteContactPoints, endContactPoints, insertContactPoint, updateContactPoint } from './store.ts'

type Spec = typeof record.setContactPoints

export async function setContactPoints(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  const { patientId } = params
  return saveDetails<Refusal<Spec>>(ctx, { patientId, version: body.version }, async (db, before) => {
    const plan = planContacts(before.contacts, body.contacts, body.mistaken)
    if (!plan.ok) return plan
    const { contacts, ended, mistaken } = plan.value
    await endContactPoints(db, ended, await latestToday(ctx, db))
    await deleteContactPoints(db, mistaken)
    for (const { id, contact, use, sharedWith, mayLeaveMessage, rank } of contacts) {
      const row = {
        value: contact.value,
        use,
        rank,
        shared_with: sharedWith,
        may_leave_message: mayLeaveMessage,
        period_end: null,
      }
      if (id !== null) await updateContactPoint(db, id, row)
      else
        await insertContactPoint(db, {
          ...row,
          id: ctx.newId(),
          patient_id: patientId,
          system: contact.system,
          search_value: contact.searchValue,
        })
    }
    return ok({ contact_preference: body.contactPreference })
  })
}
