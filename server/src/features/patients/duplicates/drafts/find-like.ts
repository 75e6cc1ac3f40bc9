import { blockKeys, type MatchPerson, prepare, scorePair } from '@foyer/patients'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { emailContact, phoneSearchValue } from '../../contact.ts'
import { comparable } from '../../matching/known.ts'
import { selectForMatch } from '../../matching/store.ts'
import { type Asker, viewerOf } from '../../restricted/gate.ts'
import { saveSuspicions } from '../store.ts'
import { pairOf } from '../pair.ts'
import { selectDraftCandidates, selectNumbers } from './store.ts'

/** A record that a person who is not here yet may be. */
export interface Like {
  readonly id: string
  readonly verdict: 'same' | 'ask' | 'different'
  readonly logOdds: number
  readonly evidence: readonly { readonly field: string; readonly outcome: string }[]
  /** Restricted, and not open to whoever asks: nothing may be told of it. */
  readonly isShut: boolean
}

/** For each draft the records that may be it, the likeliest first. `system` names the numbers in `identifiers`. */
export async function findLike(
  asker: Asker,
  db: Db,
  drafts: readonly MatchPerson[],
  system: string,
): Promise<readonly (readonly Like[])[]> {
  const blocks = drafts.map((person, at) => ({
    at,
    birth_date: person.birthDate ?? '',
    given: (person.name.given ?? '').toLowerCase(),
    family: (person.name.family ?? '').toLowerCase(),
    contacts: [
      ...(person.phones ?? []).map(phoneSearchValue),
      ...(person.emails ?? []).map((email) => emailContact(email).searchValue),
    ],
    identifiers: person.identifiers ?? [],
    keys: blockKeys(prepare(person)),
  }))
  const found = await selectDraftCandidates(db, blocks, system, viewerOf(asker))
  const ids = [...new Set(found.map(({ id }) => id))]
  if (ids.length === 0) return drafts.map(() => [])
  const [rows, numbers] = [await selectForMatch(db, ids), await selectNumbers(db, ids, system)]
  const byId = Map.groupBy(numbers, ({ patient_id }) => patient_id)
  const people = new Map(
    rows.map((row) => [
      row.id,
      // Numbers of another system say nothing about these.
      { ...comparable(row), identifiers: (byId.get(row.id) ?? []).map(({ value }) => value) },
    ]),
  )
  const byDraft = Map.groupBy(found, ({ at }) => at)
  return drafts.map((draft, at) =>
    (byDraft.get(at) ?? [])
      .flatMap(({ id, is_shut: isShut }): Like[] => {
        const person = people.get(id)
        if (!person) return []
        const { verdict, logOdds, evidence } = scorePair(draft, person)
        return [{ id, verdict, logOdds, evidence: evidence.map(({ field, outcome }) => ({ field, outcome })), isShut }]
      })
      .filter(({ verdict }) => verdict !== 'different')
      .toSorted((a, b) => b.logOdds - a.logOdds),
  )
}

const MOST_LOG_ODDS = 60

/** Puts pairs on the worklist of suspected duplicates. */
export async function noteAlike(
  db: Db,
  pairs: readonly (Pick<Like, 'id' | 'logOdds' | 'evidence'> & { readonly patientId: string })[],
  at: string,
): Promise<void> {
  const rows = pairs.map(({ id, patientId, logOdds, evidence }) => {
    const [first_id, second_id] = pairOf(id, patientId)
    return { first_id, second_id, log_odds: Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, logOdds)), evidence }
  })
  await saveSuspicions(db, [...new Map(rows.map((row) => [`${row.first_id} ${row.second_id}`, row])).values()], at)
}
