import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { findPatientLines, mayOpen, type PatientLine, type PatientStanding, readStandings } from '../patients/index.ts'
import { presentRelative, type RelatedPerson } from './present.ts'

/** @throws Problem `not-found` where there is no such patient */
export async function readStanding(ctx: Ctx, db: Db, patientId: string): Promise<PatientStanding> {
  const standing = (await readStandings(db, [patientId], ctx.now.toString())).get(patientId)
  if (!standing) throw new Problem('not-found')
  return standing
}

/** Records of the relatives themselves, as far as the caller may open them. */
export async function linesOf(
  ctx: Ctx,
  db: Db,
  { relatives }: PatientStanding,
): Promise<ReadonlyMap<string, PatientLine>> {
  const ids = relatives.flatMap(({ row }) => row.relativeId ?? [])
  const open = await mayOpen(ctx, db, ids)
  const lines = await findPatientLines(db, [...open])
  return new Map(lines.map((line) => [line.id, line]))
}

/** One of the patient's relatives, as they stand after a change. */
export async function readRelative(ctx: Ctx, db: Db, patientId: string, id: string): Promise<RelatedPerson> {
  const standing = await readStanding(ctx, db, patientId)
  const found = standing.relatives.find(({ row }) => row.id === id)
  if (!found) throw new Problem('not-found')
  const lines = await linesOf(ctx, db, { ...standing, relatives: [found] })
  return presentRelative(found, lines.get(found.row.relativeId ?? '') ?? null)
}
