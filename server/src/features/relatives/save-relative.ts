import type { Body, Refusal, relatives } from '@foyer/contract'
import { displayName, normalizePhone } from '@foyer/patients'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import {
  checkOpen,
  holdRecord,
  keepFindable,
  mayOpen,
  patientChanged,
  phoneSearchValue,
  recordChanges,
} from '../patients/index.ts'
import { relativeHistory } from './history.ts'
import type { RelatedPerson } from './present.ts'
import { readRelative, readStanding } from './read-relatives.ts'
import {
  insertRelatedPerson,
  isRecord,
  lockRelatedPerson,
  type RelatedPersonRow,
  updateRelatedPerson,
} from './store.ts'

type Add = typeof relatives.addRelative
type Change = typeof relatives.changeRelative
type Fields = Omit<RelatedPersonRow, 'id' | 'patient_id'>

export async function addRelative(
  ctx: Ctx,
  { params, body }: Pick<Input<Add>, 'params' | 'body'>,
): Promise<Result<RelatedPerson, Refusal<Add>>> {
  const { patientId } = params
  const id = ctx.newId()
  ctx.touch(patientId, id)
  return ctx.tx(async (db): Promise<Result<RelatedPerson, Refusal<Add>>> => {
    await holdRecord(db, patientId, ...relativeOf(body))
    await readStanding(ctx, db, patientId)
    const fields = await fieldsOf(ctx, db, patientId, body)
    if (!fields.ok) return fields
    await insertRelatedPerson(db, { ...fields.value, id, patient_id: patientId })
    return saved(ctx, db, { patientId, id, before: null, after: fields.value })
  })
}

export async function changeRelative(
  ctx: Ctx,
  { params, body }: Pick<Input<Change>, 'params' | 'body'>,
): Promise<Result<RelatedPerson, Refusal<Change>>> {
  const { patientId, relatedPersonId: id } = params
  ctx.touch(patientId, id)
  return ctx.tx(async (db): Promise<Result<RelatedPerson, Refusal<Change>>> => {
    await holdRecord(db, patientId, ...relativeOf(body))
    const before = await lockRelatedPerson(db, patientId, id)
    if (!before) throw new Problem('not-found')
    if (before.version !== body.version) return refuse({ reason: 'changed-meanwhile', version: before.version })
    const fields = await fieldsOf(ctx, db, patientId, body)
    if (!fields.ok) return fields
    const after = { ...fields.value, relative_id: fields.value.relative_id ?? (await unseenRecord(ctx, db, before)) }
    await updateRelatedPerson(db, id, after)
    return saved(ctx, db, { patientId, id, before, after })
  })
}

/** Their own record where the caller may not open it: who is not shown it cannot have meant to take it away. */
async function unseenRecord(ctx: Ctx, db: Db, { relative_id: recordId }: Fields): Promise<string | null> {
  if (recordId === null || recordId === undefined) return null
  return (await mayOpen(ctx, db, [recordId])).has(recordId) ? null : recordId
}

function relativeOf({ relativeId }: Body<Add>): readonly string[] {
  return relativeId === null ? [] : [relativeId]
}

async function saved(
  ctx: Ctx,
  db: Db,
  { patientId, id, before, after }: { patientId: string; id: string; before: Fields | null; after: Fields },
): Promise<Result<RelatedPerson, never>> {
  await recordChanges(ctx, db, patientId, before ? relativeHistory(before) : {}, relativeHistory(after))
  // People are found by the numbers of those beside them.
  await keepFindable(db, [patientId])
  await ctx.tell(db, patientChanged(patientId))
  return ok(await readRelative(ctx, db, patientId, id))
}

async function fieldsOf(ctx: Ctx, db: Db, patientId: string, body: Body<Add>): Promise<Result<Fields, Refusal<Add>>> {
  const { given, family, periodStart, periodEnd, relativeId } = body
  if (periodStart !== null && periodEnd !== null && periodEnd < periodStart)
    return refuse({ reason: 'period-backwards' })
  const phone = body.phone === null ? null : (normalizePhone(body.phone) ?? body.phone)
  const searchValue = phone === null ? null : phoneSearchValue(phone)
  if (searchValue !== null && searchValue.length < 7) return refuse({ reason: 'phone-unreadable' })
  if (relativeId !== null) {
    if (relativeId === patientId || !(await isRecord(db, relativeId))) return refuse({ reason: 'unknown-relative' })
    await checkOpen(ctx, db, relativeId)
  }
  return ok({
    given,
    family,
    name: displayName({ given, family }),
    relationship: body.relationship,
    phone,
    search_value: searchValue,
    email: body.email,
    language: body.language,
    birth_date: body.birthDate,
    emergency_rank: body.emergencyRank,
    period_start: periodStart,
    period_end: periodEnd,
    barred: body.barred,
    relative_id: relativeId,
  })
}
