import type { relatives, Reply } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentLine, viewerOf } from '../../patients/index.ts'
import { selectHousehold } from './store.ts'
import { isRecord } from '../store.ts'

type Spec = typeof relatives.listHousehold

export async function listHousehold(ctx: Ctx, patientId: string): Promise<Reply<Spec>> {
  ctx.touch(patientId)
  if (!(await isRecord(ctx.db, patientId))) throw new Problem('not-found')
  const rows = await selectHousehold(ctx.db, patientId, viewerOf(ctx))
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
