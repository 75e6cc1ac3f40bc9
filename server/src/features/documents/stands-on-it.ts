import type { documents, Refusal } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { readStandings } from '../patients/index.ts'

type StandsOnIt = Extract<Refusal<typeof documents.removeDocument>, { reason: 'authority-stands-on-it' }>

const over: readonly string[] = ['ended', 'of-age', 'emancipated', 'died']

/**
 * Authorities that this document proves and that are not over. A covered entity may act on a person's authority only
 * while what shows it is on file (45 CFR 164.514(h)(1)): without it those that need proof allow times only.
 */
export async function standsOnIt(
  ctx: Ctx,
  db: Db,
  patientId: string,
  documentId: string,
): Promise<StandsOnIt['authorities']> {
  const found = (await readStandings(db, [patientId], ctx.now.toString())).get(patientId)
  return (found?.relatives ?? []).flatMap(({ row, standing }) => {
    const isOver = new Set(standing.authorities.filter(({ state }) => over.includes(state)).map(({ id }) => id))
    return row.authorities
      .filter((one) => one.documentId === documentId && !isOver.has(one.id))
      .map(({ id, kind }) => ({ id, name: row.name, kind }))
  })
}
