import type { Refusal, relatives, Reply } from '@foyer/contract'
import { type ConfidentialContact, isSameWish, isWholeAddress, normalizePhone } from '@foyer/patients'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { patientChanged, recordChanges } from '../patients/index.ts'
import { hasContact, lockWishes, updateWishes } from './store.ts'

type Wish = typeof relatives.setConfidentialContact
type Emancipation = typeof relatives.setEmancipation

/** A reasonable request is followed, and no reason is asked (45 CFR 164.522(b)(1)(i), (b)(2)(iii)). */
export async function setConfidentialContact(
  ctx: Ctx,
  { params, body }: Pick<Input<Wish>, 'params' | 'body'>,
): Promise<Result<Reply<Wish>, Refusal<Wish>>> {
  const { patientId } = params
  ctx.touch(patientId)
  return ctx.tx(async (db): Promise<Result<Reply<Wish>, Refusal<Wish>>> => {
    const before = await lockWishes(db, patientId)
    if (!before) throw new Problem('not-found')
    if (!isSameWish(before.confidential_contact as ConfidentialContact | null, body.seen))
      return refuse({ reason: 'changed-meanwhile' })
    const wish = body.wish && { ...body.wish, phone: body.wish.phone && normalizePhone(body.wish.phone) }
    if (wish && wish.phone === null && body.wish?.phone) return refuse({ reason: 'phone-unreadable' })
    const way = wish && (await wayWithoutAddress(db, patientId, wish, isWholeAddress(before.address)))
    if (way) return refuse({ reason: 'way-without-address', way })
    await updateWishes(db, patientId, { confidential_contact: wish && JSON.stringify(wish) })
    await recordChanges(
      ctx,
      db,
      patientId,
      { confidentialContact: told(before.confidential_contact as ConfidentialContact | null) },
      { confidentialContact: told(wish) },
    )
    await ctx.tell(db, patientChanged(patientId))
    return ok({})
  })
}

function told(wish: ConfidentialContact | null): unknown {
  if (wish === null) return null
  const { ways, phone, email, address, remarks } = wish
  return [...ways, phone, email, address, remarks].filter((part) => part !== null)
}

/** A way of contact that leads nowhere. */
async function wayWithoutAddress(
  db: Db,
  patientId: string,
  wish: ConfidentialContact,
  hasAddress: boolean,
): Promise<ConfidentialContact['ways'][number] | null> {
  for (const way of wish.ways) {
    if (way === 'email' && wish.email === null && !(await hasContact(db, patientId, 'email'))) return way
    const isByPhone = way === 'call' || way === 'text'
    if (isByPhone && wish.phone === null && !(await hasContact(db, patientId, 'phone'))) return way
    if (way === 'letter' && wish.address === null && !hasAddress) return way
  }
  return null
}

export async function setEmancipation(
  ctx: Ctx,
  { params, body }: Pick<Input<Emancipation>, 'params' | 'body'>,
): Promise<Result<Reply<Emancipation>, Refusal<Emancipation>>> {
  const { patientId } = params
  ctx.touch(patientId)
  ctx.because(body.reason)
  return ctx.tx(async (db): Promise<Result<Reply<Emancipation>, Refusal<Emancipation>>> => {
    const before = await lockWishes(db, patientId)
    if (!before) throw new Problem('not-found')
    if (before.emancipated_on !== body.seen) return refuse({ reason: 'changed-meanwhile' })
    await updateWishes(db, patientId, { emancipated_on: body.on })
    await recordChanges(ctx, db, patientId, { emancipatedOn: before.emancipated_on }, { emancipatedOn: body.on })
    await ctx.tell(db, patientChanged(patientId))
    return ok({})
  })
}
