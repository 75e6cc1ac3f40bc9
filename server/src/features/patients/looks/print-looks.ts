import type { Query, restricted } from '@foyer/contract'
import { dateAt, dayBounds, Temporal } from '@foyer/kernel'
import { displayName, formatMrn } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Media } from '../../../platform/http/route.ts'
import { recordsOf } from '../duplicates/led/records-of.ts'
import { presentName } from '../present.ts'
import { findLine, siteZones } from '../store.ts'
import { drawAccount } from './account-pdf.ts'
import { accountOf } from './accounting.ts'
import { selectLooks } from './store.ts'

/** An accounting goes back six years (45 CFR 164.528(a)(1)). */
const YEARS = 6
const MOST_ENTRIES = 5000

export async function printLooks(
  ctx: Ctx,
  patientId: string,
  { from, to, language }: Query<typeof restricted.printLooks>,
): Promise<Media> {
  ctx.touch(patientId)
  const [records, zones] = await Promise.all([recordsOf(ctx, ctx.db, patientId), siteZones(ctx.db)])
  const line = await findLine(ctx.db, records.ids[0] ?? patientId)
  if (!line) throw new Problem('not-found')
  const timeZone = zones.toSorted()[0] ?? 'UTC'
  const today = dateAt(ctx.now, timeZone)
  const last = to ?? today
  const first = from ?? Temporal.PlainDate.from(last).subtract({ years: YEARS }).toString()
  const rows = await selectLooks(
    ctx.db,
    records.ids,
    { from: dayBounds(first, timeZone).start.toString(), until: dayBounds(last, timeZone).end.toString() },
    MOST_ENTRIES,
  )
  const bytes = await drawAccount({
    language: language ?? (line.language.startsWith('es') ? 'es' : 'en'),
    practiceName: ctx.organization.name,
    patientName: displayName(presentName(line)),
    mrn: formatMrn(line.mrn),
    from: first,
    to: last,
    at: ctx.now,
    lines: accountOf(rows, timeZone, records.mrnOf),
    isCut: rows.length === MOST_ENTRIES,
  })
  return { media: 'application/pdf', filename: 'record-use.pdf', bytes }
}
