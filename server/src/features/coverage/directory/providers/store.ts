import type { payers, Reply } from '@foyer/contract'
import type { Db } from '../../../../platform/database/organization-db.ts'

export type BillingProvider = Readonly<Reply<typeof payers.addBillingProvider>>

export async function selectBillingProviders(db: Db): Promise<readonly BillingProvider[]> {
  const rows = await db.selectFrom('billing_provider').selectAll().orderBy('name').execute()
  return rows.map(({ id, site_id, name, npi, tax_id, taxonomy, address }) => ({
    id,
    siteId: site_id,
    name,
    npi,
    taxId: tax_id,
    taxonomy,
    // Written by the statement below; an empty object stands for none.
    address:
      address && typeof address === 'object' && 'line' in address
        ? (address as unknown as BillingProvider['address'])
        : null,
  }))
}

export async function saveBillingProvider(db: Db, one: BillingProvider): Promise<void> {
  const fields = {
    site_id: one.siteId,
    name: one.name,
    npi: one.npi,
    tax_id: one.taxId,
    taxonomy: one.taxonomy,
    address: JSON.stringify(one.address ?? {}),
  }
  await db
    .insertInto('billing_provider')
    .values({ id: one.id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}

export async function siteExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('site').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
