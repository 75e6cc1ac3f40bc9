import { type estimates, type Query, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../../platform/context.ts'
import { findPatientLines, mayOpen } from '../../../patients/index.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { askedIn } from '../asked.ts'
import { todayAt } from '../days.ts'
import { selectDue } from './store.ts'

type Spec = typeof estimates.listDueEstimates

/** Restricted records are left out for whoever may not open them: that something is due says that somebody is there. */
export async function listDue(ctx: Ctx, practices: PracticeBook, { siteId }: Query<Spec>): Promise<Reply<Spec>> {
  const practice = await practices.read(ctx.organization)
  const rows = (await selectDue(ctx.db)).filter((row) => siteId === undefined || askedIn(row).siteId === siteId)
  const open = await mayOpen(ctx, ctx.db, [...new Set(rows.map((row) => row.patient_id))])
  const shown = rows.filter((row) => open.has(row.patient_id))
  const ids = [...new Set(shown.map((row) => row.patient_id))]
  ctx.touch(ids)
  const people = new Map((await findPatientLines(ctx.db, ids)).map((line) => [line.id, line]))
  return {
    estimates: shown.flatMap((row) => {
      const { visitTypeId, siteId: at } = askedIn(row)
      const site = practice.sites.get(at)
      const patient = people.get(row.patient_id)
      if (!site || !patient) return []
      const today = todayAt(practice, at, ctx.now)
      // After the visit it tells nobody anything any more.
      if (row.state === 'made' && row.service_date !== null && row.service_date < today) return []
      return [
        {
          id: row.id,
          // The checks of these columns let in nothing else.
          kind: row.kind as 'insured' | 'good-faith',
          state: row.state as 'wanted' | 'made',
          cause: row.cause as 'booked' | 'requested' | 'changed' | 'prices' | 'by-hand',
          patient,
          appointmentId: row.appointment_id,
          start: row.starts_at,
          serviceDate: row.service_date,
          visitTypeId,
          siteId: at,
          siteName: site.name,
          timeZone: site.timeZone,
          causedOn: row.caused_on,
          dueOn: row.due_on,
          isOverdue: row.due_on !== null && row.due_on < today,
          isDueToday: row.due_on === today,
        },
      ]
    }),
    can: { make: roleMay(ctx.actor.role, 'estimate.make') },
  }
}
