import type { patients, Refusal } from '@foyer/contract'
import { blockKeys, foldName, type PersonName, prepare, scorePair } from '@foyer/patients'
import type { Db } from '../../platform/database/organization-db.ts'
import type { NewContact } from './contact.ts'
import type { PatientFields } from './patient-fields.ts'
import { presentLine, presentName } from './present.ts'
import { maskOf } from './restricted/gate.ts'
import { isNamedInFull } from './restricted/named-in-full.ts'
import { selectShutNamed, type Viewer } from './restricted/store.ts'
import { comparable } from './matching/known.ts'
import { selectCandidates } from './matching/store.ts'

type PossibleDuplicate = Extract<Refusal<typeof patients.registerPatient>, { reason: 'possible-duplicate' }>
export type Candidate = PossibleDuplicate['candidates'][number]
type Address = { readonly line?: string; readonly postalCode?: string } | null

/** As many as a caller can answer for in `notADuplicateOf`. */
const MOST = 20
const LETTERS_ALIKE = 3

function beginning(name: string): string {
  return (foldName(name).split(' ')[0] ?? '').slice(0, LETTERS_ALIKE)
}

export interface TypedFacts {
  readonly birthDate: string | null
  readonly sex: string
  readonly phone: NewContact | null
  readonly email: NewContact | null
  readonly address: Address
}

/** People already here who are, or may be, the one that is about to be registered; the likeliest first. */
export async function findDuplicates(
  db: Db,
  viewer: Viewer,
  { columns, phone, email }: PatientFields,
  address: Address,
): Promise<readonly Candidate[]> {
  const facts = { birthDate: columns.birth_date || null, sex: columns.sex, phone, email, address }
  return findAlike(db, viewer, presentName(columns), facts)
}

/** The same for what is typed so far. */
export async function findAlike(
  db: Db,
  viewer: Viewer,
  name: PersonName,
  { birthDate, sex, phone, email, address }: TypedFacts,
): Promise<readonly Candidate[]> {
  const person = {
    name,
    birthDate: birthDate ?? undefined,
    sex,
    phones: phone ? [phone.value] : [],
    emails: email ? [email.value] : [],
    address: address ?? undefined,
  }
  const nameStarts = [beginning(name.given), beginning(name.family)]
  const rows = await selectCandidates(
    db,
    {
      birthDate,
      contacts: [phone, email].filter((contact) => contact !== null),
      // One name alone is no reason to compare.
      nameStarts: nameStarts.includes('') ? [] : nameStarts,
      keys: blockKeys(prepare(person)),
    },
    viewer,
  )
  return rows
    .map((row) => ({ row, phone: row.phone?.[0] ?? null, pair: scorePair(person, comparable(row)) }))
    .filter(({ pair }) => pair.verdict !== 'different')
    .toSorted((a, b) => b.pair.score - a.pair.score)
    .slice(0, MOST)
    .map(({ row, phone: theirs, pair }) => ({
      ...presentLine(row),
      phone: theirs,
      score: pair.score,
      evidence: pair.evidence.map(({ field, outcome }) => ({ field, outcome })),
    }))
}

/** Restricted records of the very same names and birth date: that one is there must be said, or the person is made twice. */
export async function findRestrictedSame(
  db: Db,
  viewer: Viewer,
  { columns }: PatientFields,
): Promise<PossibleDuplicate['restricted']> {
  if (columns.birth_date === '') return []
  const words = [columns.given, columns.family, columns.preferred ?? ''].flatMap((name) => foldName(name).split(' '))
  const rows = await selectShutNamed(db, [columns.birth_date], viewer)
  return rows.filter((row) => isNamedInFull(row, words)).map(maskOf)
}
