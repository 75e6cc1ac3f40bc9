import type { peopleExport, Reply } from '@foyer/contract'
import { dateAt } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { presentLine, viewerOf } from '../../patients/index.ts'
import { countDue, selectDue } from './store.ts'
import type { AccessRequest } from '../present.ts'
import { zoneOfPractice } from '../store.ts'

async function todayOf(ctx: Ctx): Promise<string> {
  return dateAt(ctx.now, await zoneOfPractice(ctx.db))
}

export async function listDueCopies(ctx: Ctx): Promise<Reply<typeof peopleExport.listDueCopies>> {
  const today = await todayOf(ctx)
  const rows = await selectDue(ctx.db, viewerOf(ctx))
  ctx.touch([...new Set(rows.map(({ id }) => id))])
  return {
    today,
    requests: rows.map((row) => {
      const { id, mrn, name, birthDate } = presentLine(row)
      return {
        id: row.request_id,
        patient: { id, mrn, name, birthDate },
        askedBy: row.asked_by_name,
        form: row.form as AccessRequest['form'],
        requestedOn: row.requested_on,
        dueOn: row.due_on,
        isOverdue: row.due_on < today,
      }
    }),
  }
}

export async function countDueCopies(ctx: Ctx): Promise<Reply<typeof peopleExport.countDueCopies>> {
  const { open, overdue, next_due_on } = await countDue(ctx.db, viewerOf(ctx), await todayOf(ctx))
  return { open, overdue, nextDueOn: next_due_on }
}
