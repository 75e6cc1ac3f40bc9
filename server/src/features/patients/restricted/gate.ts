import { roleMay } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { selectShut, selectUnplain, type Viewer } from './store.ts'
import type { UnplainBook } from './unplain-book.ts'

// The one place that says who may open a restricted record: who broke the glass of this patient and whose time is not
// over, and the privacy officer. Access within a practice goes no further than the work needs (45 CFR 164.308(a)(4),
// 164.514(d)(2)).

/** Who asks, and when: all that the gate looks at. */
export type Asker = Pick<Ctx, 'actor' | 'now'>

/**
 * Who looks, for statements that leave out what they may not see. Somebody who acts for themselves is no staff: what
 * they see is bound to their own link.
 */
export function viewerOf({ actor, now }: Asker): Viewer {
  return {
    staffId: actor.staffId,
    seesAll: actor.role === 'patient' || roleMay(actor.role, 'privacy.review'),
    now: now.toString(),
  }
}

/** Those of the patients whose records the caller may open. Whoever there is not may be opened: nothing is behind it. */
export async function mayOpen(ctx: Asker, db: Db, patientIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(patientIds)]
  const viewer = viewerOf(ctx)
  if (viewer.seesAll || ids.length === 0) return new Set(ids)
  const shut = new Set(await selectShut(db, ids, viewer))
  return new Set(ids.filter((id) => !shut.has(id)))
}

export type BeforeRecords = (ctx: Ctx, patientIds: readonly string[]) => Promise<'restricted' | 'merged' | null>

/** Tells what stands before the records that a request names: one that is shut, else one that leads to another. */
export function openGate(book: UnplainBook): BeforeRecords {
  return async ({ actor, now, db, organization }, patientIds) => {
    const asked = { slug: organization.slug, db, now: now.epochMilliseconds }
    if (await book.arePlain(asked, patientIds)) return null
    const found = await selectUnplain(db, patientIds, viewerOf({ actor, now }))
    if (found.some(({ is_shut }) => is_shut)) return 'restricted'
    return found.length > 0 ? 'merged' : null
  }
}

/** @throws Problem `restricted` when the caller may not open this record */
export async function checkOpen(ctx: Asker, db: Db, patientId: string): Promise<void> {
  if (!(await mayOpen(ctx, db, [patientId])).has(patientId)) throw new Problem('restricted')
}

/** All that a list may say of a record that is not open to whoever looks: that it is there. */
export function maskOf({ id }: { readonly id: string }): { readonly id: string } {
  return { id }
}
