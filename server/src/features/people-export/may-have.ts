import { mayTell } from '@foyer/patients'
import { Problem } from '../../platform/http/problem.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { type PatientStanding, readStandings } from '../patients/index.ts'

export type Asker = PatientStanding['relatives'][number]

/** @throws Problem `not-found` where there is no such patient */
export async function readStanding(ctx: Ctx, db: Db, patientId: string): Promise<PatientStanding> {
  const standing = (await readStandings(db, [patientId], ctx.now.toString())).get(patientId)
  if (!standing) throw new Problem('not-found')
  return standing
}

/**
 * The patient, and whoever stands in their place, has a right to the record (45 CFR 164.524, 164.502(g)); others to what
 * their authority names.
 */
export function mayHaveCopy({ standing }: Asker, { patient, setting }: PatientStanding): boolean {
  return mayTell(standing, { scope: 'documents', service: null }, patient, setting).answer === 'yes'
}
