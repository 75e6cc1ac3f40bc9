import { isMinor, mayTell } from '@foyer/patients'
import type { Db } from '../../platform/database/organization-db.ts'
import { readStandings } from '../patients/index.ts'

export interface Signer {
  readonly id: string
  readonly name: string
  readonly relationship: string
  /** BCP 47; null: not known. */
  readonly language: string | null
  /** Whether they may decide in the patient's place today. */
  readonly maySign: boolean
  /** The patient is a minor: who may sign is asked before they are. */
  readonly isAsked: boolean
}

/**
 * Who stands beside the patient, and whether they may sign in their place: a parent or guardian of a minor, whoever decides
 * on an adult's care (45 CFR 164.502(g)). The patient themselves may always be asked to sign.
 */
export async function signersOf(db: Db, patientId: string, now: string): Promise<readonly Signer[]> {
  const standing = (await readStandings(db, [patientId], now)).get(patientId)
  if (!standing) return []
  const { patient, setting, relatives } = standing
  return relatives.map(({ row, standing: theirs }) => ({
    id: row.id,
    name: row.name,
    relationship: row.relationship,
    language: row.language,
    isAsked: isMinor(patient, setting),
    maySign: mayTell(theirs, { scope: 'decide', service: null }, patient, setting).answer === 'yes',
  }))
}
