import type { relatives, Reply } from '@foyer/contract'
import { blockKeys, type HomeAddress, prepare, sameHome } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentLine, viewerOf } from '../../patients/index.ts'
import { findHome, selectHomes, selectHousehold } from './store.ts'
import { isRecord } from '../store.ts'

type Spec = typeof relatives.listHousehold

export async function listHousehold(ctx: Ctx, patientId: string): Promise<Reply<Spec>> {
  ctx.touch(patientId)
  if (!(await isRecord(ctx.db, patientId))) throw new Problem('not-found')
  const rows = await selectHousehold(ctx.db, patientId, await atOneHome(ctx.db, patientId), viewerOf(ctx))
  ctx.touch(rows.map(({ id }) => id))
  return {
    people: rows.map((row) => ({
      ...presentLine(row),
      same: row.same,
      relatedPersonId: row.related_person_id,
      relationship: row.relationship,
    })),
  }
}

function homeOf(stored: unknown): HomeAddress {
  const { line = '', city = '', state = '', postalCode = '' } = (stored ?? {}) as Partial<HomeAddress>
  return { line, city, state, postalCode }
}

/** Whose home of today is the same, however it is written; looked for by the keys by which people are compared. */
async function atOneHome(db: Db, patientId: string): Promise<readonly string[]> {
  const home = homeOf(await findHome(db, patientId))
  const keys = blockKeys(prepare({ name: { given: '', family: '' }, address: home }))
  if (keys.length === 0) return []
  const others = await selectHomes(db, keys)
  return others.filter(({ address }) => sameHome(home, homeOf(address))).map(({ id }) => id)
}
