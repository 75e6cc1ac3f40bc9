import type { patients, Reply } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { rightsOn } from '../policy.ts'
import { privacyOf } from '../restricted/policy.ts'
import { checkOpen, viewerOf } from '../restricted/gate.ts'
import { presentPage } from './present.ts'
import { selectPage } from './store.ts'

export async function readPatient(ctx: Ctx, patientId: string): Promise<Reply<typeof patients.readPatient>> {
  ctx.touch(patientId)
  const row = await selectPage(ctx.db, patientId, viewerOf(ctx))
  if (!row) throw new Problem('not-found')
  if (row.id !== patientId) {
    ctx.touch(row.id)
    // The gate before every handler knew only the record that was named.
    await checkOpen(ctx, ctx.db, row.id)
  }
  // Others of the household are named on the page.
  if (row.sharers.length > 0) ctx.touch(row.sharers.map((sharer) => sharer.id))
  return { ...presentPage(row), can: rightsOn(ctx.actor, row), privacy: privacyOf(ctx.actor, row) }
}
