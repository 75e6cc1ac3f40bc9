import type { Body, payers, Refusal, Reply } from '@foyer/contract'
import { isNpi } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { directoryChanged } from '../events.ts'
import { saveBillingProvider, selectBillingProviders, siteExists } from './store.ts'

type ProviderBody = Body<typeof payers.addBillingProvider>
type Saved = Result<Reply<typeof payers.addBillingProvider>, Refusal<typeof payers.addBillingProvider>>

async function save(ctx: Ctx, id: string, body: ProviderBody, isNew: boolean): Promise<Saved> {
  ctx.touch([], id)
  return ctx.tx(async (db): Promise<Saved> => {
    const providers = await selectBillingProviders(db)
    if (!isNew && providers.every((one) => one.id !== id)) throw new Problem('not-found')
    if (body.siteId !== null && !(await siteExists(db, body.siteId))) throw new Problem('not-found')
    if (!isNpi(body.npi)) return refuse({ reason: 'npi-wrong' })
    const other = providers.find((one) => one.id !== id && one.siteId === body.siteId)
    if (other) return refuse({ reason: 'place-has-one', billingProviderId: other.id })
    const provider = { id, ...body }
    await saveBillingProvider(db, provider)
    await ctx.tell(db, directoryChanged(id))
    return ok(provider)
  })
}

export function addBillingProvider(ctx: Ctx, body: ProviderBody): Promise<Saved> {
  return save(ctx, ctx.newId(), body, true)
}

export function changeBillingProvider(ctx: Ctx, id: string, body: ProviderBody): Promise<Saved> {
  return save(ctx, id, body, false)
}
