import {
  type AddressFacts,
  answerOf,
  type MinorAnswer,
  minorRuleOf,
  type PatientFacts,
  type Setting,
  type Standing,
  standingOf,
} from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type AuthorityRow, selectStandings, type StandingRow } from './store.ts'

export type RelativeRow = Omit<StandingRow['relatives'][number], 'authorities'> & {
  readonly authorities: readonly AuthorityRow[]
}

export interface PatientStanding {
  readonly patient: PatientFacts & { readonly name: string; readonly language: string }
  readonly setting: Setting
  readonly states: readonly string[]
  readonly wish: AddressFacts['wish']
  readonly emails: AddressFacts['emails']
  readonly relatives: readonly { readonly row: RelativeRow; readonly standing: Standing }[]
}

/** What holds for minors where this practice sees patients. */
function minorsIn(states: readonly string[] | null): MinorAnswer {
  return answerOf((states ?? []).map(minorRuleOf))
}

/** Who stands beside each of these patients and what they may today, by the rule of the states of the practice's sites. */
export async function readStandings(
  db: Db,
  patientIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, PatientStanding>> {
  const rows = patientIds.length === 0 ? [] : await selectStandings(db, patientIds, now)
  return new Map(rows.map((row) => [row.id, standingFrom(row)]))
}

function standingFrom(row: StandingRow): PatientStanding {
  const setting = { today: row.today, minors: minorsIn(row.states) }
  const patient = {
    birthDate: row.birth_date,
    emancipatedOn: row.emancipated_on,
    deceased: row.deceased,
    name: row.preferred ?? row.given,
    language: row.language,
  }
  return {
    patient,
    setting,
    states: (row.states ?? []).filter((state) => state !== ''),
    wish: row.wish,
    emails: row.emails,
    relatives: row.relatives.map((one) => {
      // The check of the column and the contract let in only these scopes.
      const relative = { ...one, authorities: one.authorities as readonly AuthorityRow[] }
      return { row: relative, standing: standingOf(patient, relative, setting) }
    }),
  }
}
