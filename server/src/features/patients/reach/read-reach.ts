import { type ConfidentialContact, type OwnContact, type ReachNote, reachNotes } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type PatientStanding, readStandings } from '../standing/read-standings.ts'
import { selectReach } from './store.ts'

export interface PatientReach {
  readonly wish: ConfidentialContact | null
  readonly contacts: readonly OwnContact[]
  readonly notes: readonly ReachNote[]
}

/** What the desk heeds when it reaches for these people (`reachNotes`), and the contacts it looks at. `now`: instant, UTC. */
export async function readReach(
  db: Db,
  patientIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, PatientReach>> {
  const [rows, people] =
    patientIds.length === 0
      ? [[], new Map<string, PatientStanding>()]
      : await Promise.all([selectReach(db, patientIds), readStandings(db, patientIds, now)])
  return new Map(
    rows.map(({ id, wish, contacts: found }) => {
      // The check of the column lets in only these systems.
      const contacts = (found as readonly OwnContact[]).map((contact) => ({
        ...contact,
        mayLeaveMessage: contact.mayLeaveMessage || hasConfidant(people.get(id), contact),
      }))
      return [id, { wish, contacts, notes: reachNotes(wish, contacts) }]
    }),
  )
}

/** Whether somebody with whom a message may be left today answers this number. */
function hasConfidant(person: PatientStanding | undefined, { system, value }: OwnContact): boolean {
  if (system !== 'phone' || !person) return false
  return person.relatives.some(
    ({ row, standing }) => row.phone === value && standing.permits.get('leave-message')?.answer === 'yes',
  )
}
