import type { Insertable } from 'kysely'
import { systemClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'

/** A ringing call from +1 312 555 0134; answers its id. */
export async function aCall(db: Db, overrides: Partial<Insertable<OrganizationTables['call']>> = {}): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  await db
    .insertInto('call')
    .values({
      external_id: id,
      line: '1',
      from_number: '+13125550134',
      search_value: '43105552131',
      state: 'ringing',
      started_at: systemClock.now().toString(),
      ...overrides,
      id,
    })
    .execute()
  return id
}
