import type { audit, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { type EntryFilter, namesOf, selectEntries, settledId } from './store.ts'

const PAGE = 100
/** A list entry can stand for hundreds; the screen names the first and counts the rest. */
const MOST_NAMES = 3

export async function listEntries(ctx: Ctx, filter: EntryFilter): Promise<Reply<typeof audit.listAudit>> {
  if (filter.patientId !== undefined) ctx.touch(filter.patientId)
  const [found, settled] = await Promise.all([selectEntries(ctx.db, filter, PAGE + 1), settledId(ctx.db)])
  const rows = found.slice(0, PAGE)
  const idsOf = (row: (typeof rows)[number]): readonly string[] =>
    row.patient_id ? [row.patient_id] : (row.patient_ids ?? [])
  const names = await namesOf(ctx.db, [...new Set(rows.flatMap((row) => idsOf(row).slice(0, MOST_NAMES)))])
  // Their names are shown, so this is a reading of them too.
  ctx.touch([...names.keys()])
  return {
    entries: rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor: row.actor_name,
      role: row.actor_role,
      action: row.action,
      outcome: row.outcome,
      patients: idsOf(row)
        .slice(0, MOST_NAMES)
        .map((id) => ({ id, name: names.get(id) ?? '' })),
      patientCount: idsOf(row).length,
      reason: row.reason,
      sealed: row.id <= settled,
    })),
    before: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}
