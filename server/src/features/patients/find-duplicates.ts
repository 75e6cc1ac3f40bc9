import type { patients, Refusal } from '@foyer/contract'
import { foldName, scorePair } from '@foyer/patients'
import type { Db } from '../../platform/database/organization-db.ts'
import type { PatientFields } from './patient-fields.ts'
import { presentLine, presentName } from './present.ts'
import { maskOf } from './restricted/gate.ts'
import { isNamedInFull } from './restricted/named-in-full.ts'
import { selectShutNamed, type Viewer } from './restricted/store.ts'
import { selectCandidates } from './store.ts'

type PossibleDuplicate = Extract<Refusal<typeof patients.registerPatient>, { reason: 'possible-duplicate' }>
export type Candidate = PossibleDuplicate['candidates'][number]
type Address = { readonly line?: string; readonly postalCode?: string } | null

/** As many as a caller can answer for in `notADuplicateOf`. */
const MOST = 20
const LETTERS_ALIKE = 3

function beginning(name: string): string {
  return (foldName(name).split(' ')[0] ?? '').slice(0, LETTERS_ALIKE)
}

/** People already here who are, or may be, the one that is about to be registered; the likeliest first. */
export async function findDuplicates(
  db: Db,
  viewer: Viewer,
  { columns, phone, email }: PatientFields,
  address: Address,
): Promise<readonly Candidate[]> {
  const rows = await selectCandidates(
    db,
    {
      birthDate: columns.birth_date,
      contacts: [phone, email].filter((contact) => contact !== null),
      nameStarts: [beginning(columns.given), beginning(columns.family)],
    },
    viewer,
  )
  const person = {
    name: presentName(columns),
    birthDate: columns.birth_date,
    sex: columns.sex,
    phones: phone ? [phone.value] : [],
    emails: email ? [email.value] : [],
    address: address ?? undefined,
  }
  return rows
    .map((row) => {
      const phones = row.phone ?? []
      const pair = scorePair(person, {
        name: presentName(row),
        birthDate: row.birth_date,
        sex: row.sex,
        phones,
        emails: row.email ?? [],
        address: (row.address as Address) ?? undefined,
      })
      return { row, phone: phones[0] ?? null, pair }
    })
    .filter(({ pair }) => pair.verdict !== 'different')
    .toSorted((a, b) => b.pair.score - a.pair.score)
    .slice(0, MOST)
    .map(({ row, phone, pair }) => ({
      ...presentLine(row),
      phone,
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
  const words = [columns.given, columns.family, columns.preferred ?? ''].flatMap((name) => foldName(name).split(' '))
  const rows = await selectShutNamed(db, [columns.birth_date], viewer)
  return rows.filter((row) => isNamedInFull(row, words)).map(maskOf)
}
