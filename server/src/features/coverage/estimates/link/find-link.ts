import { ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { sameText, tokenHash } from '../../../../platform/auth/tokens.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { MOST_TRIES } from '../policy.ts'
import { updateEstimate } from '../store.ts'
import { findLinked, type Linked } from './store.ts'

type Identity =
  | { readonly reason: 'not-that-birth-date'; readonly triesLeft: number }
  | { readonly reason: 'link-over' }

export function isOver({ state, link_until, link_tries }: Linked, now: Temporal.Instant): boolean {
  const isPast = link_until === null || Temporal.Instant.compare(Temporal.Instant.from(link_until), now) <= 0
  return isPast || link_tries >= MOST_TRIES || state === 'withdrawn'
}

/** @throws Problem `not-found` for a secret that was not made here, or was replaced by another */
export async function openedLink(ctx: Ctx, db: Db, token: string): Promise<Linked> {
  const row = await findLinked(db, tokenHash(token))
  if (!row) throw new Problem('not-found')
  ctx.touch(row.patient_id, row.id)
  return row
}

/**
 * Whoever holds the link says whose it is. A wrong birth date is counted, also where the request is then refused, and
 * after a few the link opens nothing any more: there are not many birth dates to guess from.
 */
export async function knownLink(
  ctx: Ctx,
  { token, birthDate }: { readonly token: string; readonly birthDate: string },
): Promise<Result<Linked, Identity>> {
  const seen = await openedLink(ctx, ctx.db, token)
  if (isOver(seen, ctx.now)) return refuse({ reason: 'link-over' })
  const counted = await ctx.tx(async (db): Promise<Result<Linked | Identity, never>> => {
    const row = await openedLink(ctx, db, token)
    if (isOver(row, ctx.now)) return ok({ reason: 'link-over' })
    if (!sameText(row.birth_date, birthDate)) {
      await updateEstimate(db, row.id, { link_tries: row.link_tries + 1 })
      ctx.because('another birth date')
      const triesLeft = MOST_TRIES - row.link_tries - 1
      return ok(triesLeft > 0 ? { reason: 'not-that-birth-date', triesLeft } : { reason: 'link-over' })
    }
    // Whoever knows it has not guessed: what was typed wrong before counts no more.
    await updateEstimate(db, row.id, { link_tries: 0, opened_at: row.opened_at ?? ctx.now.toString() })
    return ok(row)
  })
  if (!counted.ok) return counted
  return 'reason' in counted.value ? refuse(counted.value) : ok(counted.value)
}
