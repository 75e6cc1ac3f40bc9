import type { duplicates, Params, Reply } from '@foyer/contract'
import { type ConfidentialContact, sameValue } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentLine } from '../present.ts'
import { contactsOf, findPatient, type Patient } from '../store.ts'
import { columnsOf, type FaceField, faceFields, listFields } from './fields.ts'
import { checkBothOpen } from './both-open.ts'
import { comparePairs, pairOf, scoreOf } from './pair.ts'
import { findPair, selectWeights } from './store.ts'

type Spec = typeof duplicates.readDuplicate
type Side = Reply<Spec>['first']
type Value = Reply<Spec>['fields'][number]['first']

export async function readDuplicate(ctx: Ctx, { firstId, secondId }: Params<Spec>): Promise<Reply<Spec>> {
  ctx.touch([firstId, secondId])
  const [one, other] = [await findPatient(ctx.db, firstId), await findPatient(ctx.db, secondId)]
  if (!one || !other || firstId === secondId) throw new Problem('not-found')
  await checkBothOpen(ctx, ctx.db, [firstId, secondId])
  const pair = pairOf(firstId, secondId)
  const kept = await findPair(ctx.db, pair)
  const [compared] = await comparePairs(ctx.db, [pair])
  const first = await sideOf(ctx, one)
  const second = await sideOf(ctx, other)
  return {
    first,
    second,
    state: kept?.state ?? null,
    score: scoreOf(compared?.log_odds ?? kept?.log_odds ?? 0),
    evidence: [...(compared?.evidence ?? kept?.evidence ?? [])],
    suggestedSurvivorId: history(second) > history(first) ? secondId : firstId,
    fields: faceFields.map((field) => {
      const [mine, theirs] = [valueOf(one, field), valueOf(other, field)]
      return { field, first: mine, second: theirs, differs: !sameValue(mine, theirs), isList: listFields.has(field) }
    }),
  }
}

function valueOf(row: Patient, field: FaceField): Value {
  const [column] = columnsOf[field]
  if (field === 'language' && !row.language_asked) return null
  if (field === 'confidentialContact') return wishValue(row.confidential_contact as ConfidentialContact | null)
  // Each column of a field holds text, yes or no, a list of texts, or an address.
  return (column === undefined ? null : row[column]) as Value
}

function wishValue(wish: ConfidentialContact | null): Value {
  if (wish === null) return null
  return [...wish.ways, wish.phone, wish.email, wish.address, wish.remarks].filter((part) => part !== null)
}

/** Visits weigh most; of two without any the older record goes on. */
function history({ visits, coverages, createdAt }: Side): string {
  return [visits, coverages].map((count) => String(count).padStart(6, '0')).join() + (9e15 - Date.parse(createdAt))
}

async function sideOf(ctx: Ctx, row: Patient): Promise<Side> {
  const contacts = await contactsOf(ctx.db, row.id)
  const [weights] = await selectWeights(ctx.db, [row.id], ctx.now.toString())
  const values = (system: string) => contacts.filter((one) => one.system === system).map(({ value }) => value)
  return {
    ...presentLine(row),
    phones: values('phone'),
    emails: values('email'),
    deceased: row.deceased,
    createdAt: row.created_at,
    visits: weights?.visits ?? 0,
    coverages: weights?.coverages ?? 0,
    lastVisit: weights?.last_visit ?? null,
    version: row.version,
  }
}
