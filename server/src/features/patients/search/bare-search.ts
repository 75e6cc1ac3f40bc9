import { parseSearch } from '@foyer/patients'
import { organizationDb } from '../../../platform/database/organization-db.ts'
import { openPool } from '../../../platform/database/pool.ts'
import { findPeople } from './find-people.ts'
import { selectShown } from './store.ts'

const SHOWN = 10
const nobody = '00000000-0000-0000-0000-000000000000'

export interface BareSearch {
  /** Record numbers of the first ten, best first; as read for a list. */
  find(text: string): Promise<readonly string[]>
  stop(): Promise<void>
}

/** The search by itself, without HTTP, authorisation and audit trail: for measuring it beside others. */
export function openBareSearch(url: string, schema: string, now: string): BareSearch {
  const pool = openPool({ url, size: 2, onError: () => {} })
  const db = organizationDb(pool, schema)
  const today = now.slice(0, 10)
  return {
    find: async (text) => {
      const found = await findPeople(db, { staffId: nobody, seesAll: true, now }, parseSearch(text, today), today)
      const rows = found.slice(0, SHOWN).map(({ candidate }) => candidate.row)
      await selectShown(
        db,
        rows.map(({ id }) => id),
        now,
      )
      return rows.map(({ mrn }) => mrn)
    },
    stop: () => pool.end(),
  }
}
