import type { Db } from '../../../platform/database/organization-db.ts'
import type { PayerLine, PayerSecret } from '../../../platform/ports/payer-exchange.ts'
import type { Keys } from '../../../platform/sealing/keys.ts'
import { openSecret, sealSecret } from './connections/secret.ts'
import { type Connection, takeControlNumber, updateSecret } from './connections/store.ts'
import { type BillingProvider, selectBillingProviders } from './providers/store.ts'

/** What an exchange needs of a connection, with its secret opened. */
export async function lineOf(db: Db, keys: Keys, connection: Connection): Promise<PayerLine> {
  const { id, kind, address, senderId, receiverId, settings, sealed } = connection
  const secret = sealed ? await openSecret(db, keys, id, sealed) : null
  return { kind, address, senderId, receiverId, settings, secret }
}

/** The next number for ISA13, GS06 and ST02 on a connection, 1 to 999,999,999; given once, whoever asks at the same time. */
export function nextControlNumber(db: Db, connectionId: string): Promise<number> {
  return takeControlNumber(db, connectionId)
}

/** Keeps what opens a connection, sealed; whoever starts something that connections lead to writes it anew each time. */
export async function keepSecret(db: Db, keys: Keys, connectionId: string, secret: PayerSecret | null): Promise<void> {
  await updateSecret(db, connectionId, secret && (await sealSecret(db, keys, connectionId, secret)))
}

/** As whom a site asks: its own number, else the practice's; null where neither was entered. */
export async function billingProviderOf(db: Db, siteId: string | null): Promise<BillingProvider | null> {
  const providers = await selectBillingProviders(db)
  return (
    providers.find((one) => siteId !== null && one.siteId === siteId) ??
    providers.find((one) => one.siteId === null) ??
    null
  )
}
