import type { Reply, selfBooking } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { findPatientLines, mayOpen, presentLine } from '../patients/index.ts'
import type { Practice } from '../practice/index.ts'
import { publicPath } from './links.ts'
import { selectForDesk } from './store.ts'

type List = Reply<typeof selfBooking.listSelfBookings>

export async function listForDesk(ctx: Ctx, practice: Practice): Promise<List> {
  const rows = await selectForDesk(ctx.db, ctx.now.toString())
  // A guess at who somebody is must not tell that a restricted record is there.
  const named = rows.flatMap(({ id, possible_ids: possible }) => [id, ...(possible ?? [])])
  const open = await mayOpen(ctx, ctx.db, named)
  const ids = [...new Set(rows.flatMap((row) => row.possible_ids ?? []))].filter((id) => open.has(id))
  const byId = new Map((await findPatientLines(ctx.db, ids)).map((line) => [line.id, line]))
  ctx.touch([...rows.map(({ id }) => id), ...byId.keys()])
  return {
    publicPath: publicPath(ctx.organization.slug),
    visits: rows.flatMap((row) => {
      const site = practice.sites.get(row.site_id)
      const visitType = practice.visitTypes.get(row.visit_type_id)
      if (!site || !visitType) return []
      const isNewRecord = row.made_patient_id !== null && row.settled_at === null
      return [
        {
          appointmentId: row.visit_id,
          version: row.version,
          patient: presentLine(row),
          phone: open.has(row.id) ? row.phone : null,
          email: open.has(row.id) ? row.email : null,
          visitTypeId: visitType.id,
          siteId: site.id,
          siteName: site.name,
          timeZone: site.timeZone,
          start: row.starts_at,
          end: row.ends_at,
          bookedAt: row.booked_at,
          waitsForApproval: row.approval === 'pending',
          isNewRecord,
          possible: isNewRecord ? (row.possible_ids ?? []).flatMap((id) => byId.get(id) ?? []) : [],
        },
      ]
    }),
  }
}
