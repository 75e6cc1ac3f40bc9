import type { Body, duplicates, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { recordChanges } from '../history/record-change.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { clashOf } from './clash.ts'
import { patientMerged } from './events.ts'
import { chooseFace } from './face.ts'
import { checkBothOpen } from './both-open.ts'
import { namedColumns } from './named-columns.ts'
import { comparePairs, pairOf } from './pair.ts'
import { followRows, selectReferences } from './references/store.ts'
import {
  findKinship,
  insertMerge,
  lockPatients,
  savePair,
  selectCollisions,
  shiftContacts,
  writeRecord,
} from './store.ts'

type Spec = typeof duplicates.mergePatients
type Answer = Result<Reply<Spec>, Refusal<Spec>>

/** Farther than ranks of contact points ever reach. */
const BEHIND = 100

/**
 * A merge is a link with a chosen face: the other record leads to this one, what belongs to it follows, and what was is
 * kept for the way back. Both locked rows make a visit that is being booked for either wait; it follows afterwards.
 */
export async function mergePatients(ctx: Ctx, survivorId: string, body: Body<Spec>): Promise<Answer> {
  ctx.touch([survivorId, body.mergedId])
  ctx.because(body.reason)
  if (survivorId === body.mergedId) return refuse({ reason: 'same-record' })
  return clashOf(() => ctx.tx((db) => merge(ctx, db, survivorId, body)))
}

async function merge(ctx: Ctx, db: Db, survivorId: string, body: Body<Spec>): Promise<Answer> {
  const { mergedId } = body
  const locked = await lockPatients(db, [survivorId, mergedId])
  const [survivor, merged] = [locked.get(survivorId), locked.get(mergedId)]
  if (!survivor || !merged) throw new Problem('not-found')
  await checkBothOpen(ctx, db, [survivorId, mergedId])
  const intoId = merged.merged_into ?? survivor.merged_into
  if (intoId !== null) return refuse({ reason: 'merged-already', intoId })
  if (survivor.version !== body.version || merged.version !== body.mergedVersion)
    return refuse({ reason: 'changed-meanwhile', version: survivor.version, mergedVersion: merged.version })
  const kin = await findKinship(db, survivorId, mergedId)
  if (kin) return refuse({ reason: 'relatives', relationship: kin.relationship })
  const visits = await selectCollisions(db, survivorId, mergedId)
  if (visits.length > 0) return refuse({ reason: 'visits-at-one-time', visits })

  const pair = pairOf(survivorId, mergedId)
  const [compared] = await comparePairs(db, [pair])
  const columns = chooseFace(survivor, merged, body.face)
  const mergeId = ctx.newId()
  const at = ctx.now.toString()
  const { staffId } = ctx.actor
  const contactRank = body.contactsFirst === 'merged' ? -BEHIND : BEHIND

  const followed: Record<string, readonly unknown[]> = {}
  for (const reference of await selectReferences(db)) {
    const keys = await followRows(db, reference, mergedId, survivorId)
    if (keys.length === 0) continue
    followed[`${reference.table}.${reference.column}`] = keys
    if (reference.table === 'contact_point') await shiftContacts(db, survivorId, keys, contactRank)
  }
  const version = await writeRecord(db, survivorId, columns)
  await writeRecord(db, mergedId, { merged_into: survivorId })
  await insertMerge(
    db,
    {
      id: mergeId,
      survivor_id: survivorId,
      merged_id: mergedId,
      before: { ...survivor },
      face: { columns, contactRank },
      followed,
      reason: body.reason,
    },
    { at, staffId },
  )
  const columnNames = Object.keys(columns)
  const was = Object.fromEntries(columnNames.map((name) => [name, survivor[name as keyof typeof survivor]]))
  await recordChanges(ctx, db, survivorId, namedColumns(was), namedColumns(columns), 'merge')
  await keepFindable(db, [survivorId])
  if (compared) await savePair(db, { ...decidedOf(compared), state: 'merged' }, at, staffId)
  await ctx.tell(db, patientMerged(mergedId, survivorId))
  return ok({ mergeId, patientId: survivorId, version })
}

function decidedOf({ first_id, second_id, log_odds, evidence }: Awaited<ReturnType<typeof comparePairs>>[number]) {
  return { first_id, second_id, log_odds, evidence }
}
