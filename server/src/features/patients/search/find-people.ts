import {
  type Candidate,
  type KeyGroups,
  type PatientSearch,
  planSearch,
  rankCandidates,
  type Ranked,
  searchName,
} from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Viewer } from '../restricted/store.ts'
import { type CandidateRow, MOST_CANDIDATES, MOST_GROUPS, selectCandidates, type Shape, type Values } from './store.ts'

type Judged = Candidate & { readonly row: CandidateRow }
export type FoundPerson = Ranked<Judged>

/** Fewer than these found as it was typed: slips are looked for too. */
const FEW = 10

function candidateOf(row: CandidateRow): Judged {
  return {
    row,
    mrn: row.mrn,
    birthDate: row.birth_date,
    words: row.search_name.trim().split(' '),
    formerWords: (row.other_names ?? []).flatMap((name) => searchName({ given: name, family: '' }).split(' ')),
    phones: row.phones ?? [],
    formerPhones: row.former_phones ?? [],
    relativesPhones: row.relatives_phones ?? [],
    emails: row.emails ?? [],
    formerEmails: row.former_emails ?? [],
    identifiers: row.identifiers ?? [],
    sortName: `${row.family} ${row.given}`,
    isPast: row.deceased || row.merged_into !== null,
  }
}

/**
 * Asks step by step until enough are found: as it was typed, with slips, and for whoever fits all but one name. A broad
 * question fills the first answer and is asked once.
 */
export async function findPeople(
  db: Db,
  viewer: Viewer,
  search: PatientSearch,
  today: string,
): Promise<readonly FoundPerson[]> {
  const plan = planSearch(search, today)
  if (plan === null) return []
  const isNumber = search.phoneDigits !== null
  const shape: Omit<Shape, 'groups'> = {
    phones: isNumber,
    emails: search.email !== null,
    identifiers: isNumber || search.identifiers.length > 0,
  }
  const rows = new Map<string, Judged>()
  const ask = async (groups: KeyGroups, mayMissName: boolean): Promise<readonly FoundPerson[]> => {
    const some = groups.slice(0, MOST_GROUPS)
    const found = await selectCandidates(db, { groups: some.length, ...shape }, valuesOf(viewer, some))
    for (const row of found) if (!rows.has(row.id)) rows.set(row.id, candidateOf(row))
    return rankCandidates(search, [...rows.values()], { today, mayMissName })
  }
  // What fits as typed fits with slips too: a narrow question is asked at once with both, unless that fills the answer.
  const { asTyped, asWhole, asRunTogether, withSlips, withOneName } = plan
  const isAtOnce = plan.isNarrow && withSlips !== null
  let found = await ask(isAtOnce ? withSlips : asTyped, false)
  if (isAtOnce && rows.size >= MOST_CANDIDATES) found = await ask(asTyped, false)
  if (!isAtOnce && asWhole !== null && rows.size >= MOST_CANDIDATES) found = await ask(asWhole, false)
  const sure = found.filter(({ isAsTyped }) => isAsTyped).length
  const mayBeLost = sure === 0 || (sure < FEW && rows.size >= MOST_CANDIDATES)
  if (asRunTogether !== null && mayBeLost) found = await ask(asRunTogether, false)
  if (!isAtOnce && withSlips !== null && found.length < FEW) found = await ask(withSlips, false)
  if (found.length === 0 && withOneName !== null) found = await ask(withOneName, true)
  return found
}

function valuesOf(viewer: Viewer, groups: KeyGroups): Values {
  const [g0, g1, g2, g3, g4, g5, g6, g7] = groups
  return { g0, g1, g2, g3, g4, g5, g6, g7, ...viewer }
}
