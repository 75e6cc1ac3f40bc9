import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { patientChanged } from '../events.ts'
import { recordChanges } from '../history/record-change.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { type PatientChange, updatePatient } from '../store.ts'
import { type Details, presentRecord } from './present.ts'
import { recordFields } from './record-fields.ts'
import { lockRecord, type RecordRow, selectRecord } from './store.ts'

interface ChangedMeanwhile {
  readonly reason: 'changed-meanwhile'
  readonly version: number
}

/**
 * What every change of the details has in common: the version the caller saw, the history, the keys, what is told.
 * `decide` refuses, or saves what stands in tables of its own and answers what changes in the person's row.
 */
export async function saveDetails<E extends { readonly reason: string } = never>(
  ctx: Ctx,
  { patientId, version }: { readonly patientId: string; readonly version: number },
  decide: (db: Db, before: RecordRow) => Promise<Result<PatientChange, E>>,
): Promise<Result<Details, E | ChangedMeanwhile>> {
  ctx.touch(patientId)
  return ctx.tx(async (db): Promise<Result<Details, E | ChangedMeanwhile>> => {
    await lockRecord(db, patientId)
    const before = await selectRecord(db, patientId)
    if (!before) throw new Problem('not-found')
    if (before.version !== version) return refuse({ reason: 'changed-meanwhile', version: before.version })
    const decided = await decide(db, before)
    if (!decided.ok) return decided
    // The gate turned away what names a merged record; one that was merged since then is not written to either.
    if (!(await updatePatient(db, patientId, version, decided.value))) throw new Problem('merged-record')
    const after = await selectRecord(db, patientId)
    if (!after) throw new Problem('not-found')
    await recordChanges(ctx, db, patientId, recordFields(before), recordFields(after))
    await keepFindable(db, [patientId])
    await ctx.tell(db, patientChanged(patientId))
    return ok(presentRecord(after))
  })
}

/** The one of them that the path names. */
export function ofId<R extends { readonly id: string }>(rows: readonly R[], id: string): R {
  const found = rows.find((row) => row.id === id)
  if (!found) throw new Problem('not-found')
  return found
}
