import type { Insertable } from 'kysely'
import { systemClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'
import { aPayer } from '../patients/testing.ts'

/** A way to payers; by REST unless told otherwise. */
export async function aConnection(
  db: Db,
  address: string,
  overrides: Partial<Insertable<OrganizationTables['payer_connection']>> = {},
): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  await db
    .insertInto('payer_connection')
    .values({
      name: `Clearinghouse ${id.slice(-6)}`,
      kind: 'rest',
      address,
      sender_id: 'RIVERSIDE',
      receiver_id: 'CLEARING',
      is_sandbox: true,
      ...overrides,
      id,
    })
    .execute()
  return id
}

/** The payer of this name, asked over a connection under a number. */
export async function anEnrolledPayer(
  db: Db,
  connectionId: string,
  { name = 'Prairie Health Plan', knownAs = 'PRAIRIE1' } = {},
): Promise<string> {
  const payerId = await aPayer(db, name)
  await db
    .insertInto('payer_enrolment')
    .values({ payer_id: payerId, connection_id: connectionId, transaction: '270', known_as: knownAs })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return payerId
}

export async function aBillingProvider(db: Db): Promise<void> {
  await db
    .insertInto('billing_provider')
    .values({ id: systemClock.id(), name: 'Riverside Clinic', npi: '1234567893', tax_id: '361234567' })
    .execute()
}
