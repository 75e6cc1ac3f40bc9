import type { Body, payers, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Keys, SealedByKey } from '../../../../platform/sealing/keys.ts'
import { directoryChanged } from '../events.ts'
import { addressFault } from './address.ts'
import { presentConnection } from './present.ts'
import { sealSecret } from './secret.ts'
import {
  type Connection,
  forgetState,
  lockConnection,
  saveConnection,
  selectConnection,
  selectConnections,
} from './store.ts'

type ConnectionBody = Body<typeof payers.addConnection>
type Saved = Result<Reply<typeof payers.addConnection>, Refusal<typeof payers.addConnection>>

/** @param known null for a new one */
async function refusalOf(
  db: Db,
  id: string,
  body: ConnectionBody,
  known: Connection | null,
): Promise<Refusal<typeof payers.addConnection> | null> {
  const others = await selectConnections(db)
  const hasName = (one: Connection): boolean => one.name.toLowerCase() === body.name.toLowerCase()
  if (others.some((one) => one.id !== id && hasName(one))) return { reason: 'connection-known' }
  const isElsewhere = known?.kind !== body.kind || known.address !== body.address
  // Real answers would be called made up.
  if (known?.isSandbox && isElsewhere) return { reason: 'sandbox-stays' }
  const why = isElsewhere ? addressFault(body.kind, body.address) : null
  if (why !== null) return { reason: 'address-not-taken', why }
  // Else a secret that nobody may read could be sent to whoever wants it.
  const isKept = body.secret === 'kept' && known?.sealed
  return isKept && hostOf(known.address) !== hostOf(body.address) ? { reason: 'secret-needed' } : null
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

async function save(ctx: Ctx, keys: Keys, id: string, body: ConnectionBody, isNew: boolean): Promise<Saved> {
  ctx.touch([], id)
  return ctx.tx(async (db): Promise<Saved> => {
    const known = isNew ? null : await lockConnection(db, id)
    if (!isNew && !known) throw new Problem('not-found')
    const refusal = await refusalOf(db, id, body, known)
    if (refusal) return refuse(refusal)
    await saveConnection(db, { ...body, id, sealed: await sealedOf(db, keys, id, body.secret, known) })
    const wentElsewhere = known && (known.address !== body.address || known.kind !== body.kind)
    if (wentElsewhere) await forgetState(db, id)
    await ctx.tell(db, directoryChanged(id))
    const saved = await selectConnection(db, id)
    if (!saved) throw new Error('the connection was not saved')
    return ok(presentConnection(saved))
  })
}

async function sealedOf(
  db: Db,
  keys: Keys,
  id: string,
  secret: ConnectionBody['secret'],
  known: Connection | null,
): Promise<SealedByKey | null> {
  if (secret === 'kept') return known?.sealed ?? null
  return secret === null ? null : sealSecret(db, keys, id, secret)
}

export function addConnection(ctx: Ctx, keys: Keys, body: ConnectionBody): Promise<Saved> {
  return save(ctx, keys, ctx.newId(), body, true)
}

export function changeConnection(ctx: Ctx, keys: Keys, id: string, body: ConnectionBody): Promise<Saved> {
  return save(ctx, keys, id, body, false)
}
