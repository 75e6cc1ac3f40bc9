import type { duplicates, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { restrictionsApart } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { storedSearchName } from '../contact.ts'
import { presentName } from '../present.ts'
import type { Patient } from '../store.ts'
import { recordChanges } from '../history/record-change.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { clashOf } from './clash.ts'
import { patientRestricted } from '../events.ts'
import { patientUnmerged } from './events.ts'
import { isSame } from './face.ts'
import { checkBothOpen } from './both-open.ts'
import { namedColumns } from './named-columns.ts'
import { comparePairs, pairOf } from './pair.ts'
import { returnRows, selectReferences } from './references/store.ts'
import { findMerge, findMergeOf, lockPatients, savePair, setUndone, shiftContacts, writeRecord } from './store.ts'

type Spec = typeof duplicates.unmergePatients
type Answer = Result<Reply<Spec>, Refusal<Spec>>

/**
 * The way back: what followed returns where it still is with the survivor, what was made since stays there, and the
 * survivor's face of before comes back but for fields that somebody changed since. Both are restricted where the
 * survivor is.
 */
export async function unmergePatients(ctx: Ctx, mergeId: string): Promise<Answer> {
  return clashOf(() => ctx.tx((db) => unmerge(ctx, db, mergeId)))
}

async function unmerge(ctx: Ctx, db: Db, mergeId: string): Promise<Answer> {
  const made = await findMerge(db, mergeId)
  if (!made) throw new Problem('not-found')
  const { survivor_id: survivorId, merged_id: mergedId } = made
  ctx.touch([survivorId, mergedId])
  const locked = await lockPatients(db, [survivorId, mergedId])
  // What followed, and whether it was undone, as it is now that nobody else changes either.
  const merge = (await findMerge(db, mergeId)) ?? made
  const [survivor, merged] = [locked.get(survivorId), locked.get(mergedId)]
  if (!survivor || !merged) throw new Problem('not-found')
  await checkBothOpen(ctx, db, [survivorId, mergedId])
  if (merge.undone_at !== null) return refuse({ reason: 'undone-already' })
  if (survivor.merged_into !== null)
    return refuse({ reason: 'merged-further', mergeId: await findMergeOf(db, survivorId) })

  const at = ctx.now.toString()
  const { staffId } = ctx.actor
  const apart = restrictionsApart(survivor.restriction, merged.restriction)
  await writeRecord(db, mergedId, { merged_into: null, restriction: apart.merged })
  await recordChanges(ctx, db, mergedId, { restriction: merged.restriction }, { restriction: apart.merged }, 'unmerge')
  for (const reference of await selectReferences(db)) {
    const keys = merge.followed[`${reference.table}.${reference.column}`]
    if (!keys) continue
    if (reference.table === 'contact_point') await shiftContacts(db, survivorId, keys, -merge.face.contactRank)
    await returnRows(db, reference, keys, survivorId, mergedId)
  }
  const { back, kept } = wayBack(survivor, { ...merge.before, restriction: apart.survivor }, merge.face.columns)
  await writeRecord(db, survivorId, back)
  const columnNames = Object.keys(back)
  const was = Object.fromEntries(columnNames.map((name) => [name, survivor[name as keyof typeof survivor]]))
  await recordChanges(ctx, db, survivorId, namedColumns(was), namedColumns(back), 'unmerge')
  await keepFindable(db, [survivorId])
  await setUndone(db, mergeId, at, staffId)
  const [compared] = await comparePairs(db, [pairOf(survivorId, mergedId)])
  if (compared) {
    const { first_id, second_id, log_odds, evidence } = compared
    await savePair(db, { first_id, second_id, log_odds, evidence, state: 'suspected' }, at, null)
  }
  await ctx.tell(db, patientUnmerged(mergedId, survivorId))
  if (apart.merged !== merged.restriction) await ctx.tell(db, patientRestricted(mergedId))
  return ok({ patientId: survivorId, mergedId, kept: [...kept] })
}

/** Columns to write back, and those that were changed since the merge. */
function wayBack(
  survivor: Patient,
  before: Readonly<Record<string, unknown>>,
  face: Readonly<Record<string, unknown>>,
): { readonly back: Readonly<Record<string, unknown>>; readonly kept: readonly string[] } {
  const stands = (column: string) => isSame(survivor[column as keyof Patient], face[column])
  const columns = Object.keys(face).filter((column) => column !== 'search_name')
  const back = Object.fromEntries(columns.filter(stands).map((column) => [column, before[column]]))
  const searched = storedSearchName(presentName({ ...survivor, ...back }))
  return { back: { ...back, search_name: searched }, kept: columns.filter((column) => !stands(column)) }
}
