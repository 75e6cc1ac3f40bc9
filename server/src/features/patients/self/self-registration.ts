import { blockKeys, foldName, mrnNumber, normalizePhone, prepare, scorePair } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { emailContact, phoneContact, storedSearchName } from '../contact.ts'
import { presentName } from '../present.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { selectCandidates } from '../matching/store.ts'
import { insertContact, insertPatient, nextMrn } from '../store.ts'
import { personFields } from '../history/person-fields.ts'
import { recordChanges } from '../history/record-change.ts'
import type { Viewer } from '../restricted/store.ts'
import { deletePatient } from './store.ts'

/** What somebody said about themselves. */
export interface SelfPerson {
  readonly given: string
  readonly family: string
  /** Civil date. */
  readonly birthDate: string
  readonly phone: string | null
  readonly email: string | null
  /** BCP 47 tag. */
  readonly language: string
}

export interface SelfMatch {
  /** The one record that is this person's beyond doubt. */
  readonly sameId: string | null
  /** Records that may be, the likeliest first. */
  readonly possibleIds: readonly string[]
}

const MOST_POSSIBLE = 5
/** The counter begins at the first number itself; `mrnNumber` counts from it. */
const FIRST_COUNT = 410_000
const LETTERS_ALIKE = 3
/** Who acts for themselves is held against everybody; what comes of it is shown to the desk only through the gate. */
const themselves: Viewer = {
  staffId: '00000000-0000-0000-0000-000000000000',
  seesAll: true,
  now: '1970-01-01T00:00:00Z',
}

/**
 * Is the person here already? Beyond doubt is only the one record whose given and family name, whole birth date and
 * `provenEmail`, an address that the person has shown to read, all agree.
 */
export async function matchSelf(db: Db, person: SelfPerson, provenEmail: string | null): Promise<SelfMatch> {
  const phone = person.phone === null ? null : phoneContact(person.phone)
  const email = person.email === null ? null : emailContact(person.email)
  const asked = {
    name: { given: person.given, family: person.family },
    birthDate: person.birthDate,
    phones: phone ? [normalizePhone(phone.value) ?? phone.value] : [],
    emails: email ? [email.value] : [],
  }
  const rows = await selectCandidates(
    db,
    {
      birthDate: person.birthDate,
      contacts: [phone, email].filter((contact) => contact !== null),
      nameStarts: [person.given, person.family].map((name) =>
        (foldName(name).split(' ')[0] ?? '').slice(0, LETTERS_ALIKE),
      ),
      keys: blockKeys(prepare(asked)),
    },
    themselves,
  )
  const found = rows
    .map((row) => ({
      id: row.id,
      emails: (row.email ?? []).map((one) => one.toLowerCase()),
      pair: scorePair(asked, {
        name: presentName(row),
        birthDate: row.birth_date,
        phones: row.phone ?? [],
        emails: row.email ?? [],
      }),
    }))
    .filter(({ pair }) => pair.verdict !== 'different')
    .toSorted((a, b) => b.pair.score - a.pair.score)
  const same = found.filter(({ emails, pair }) => {
    const agrees = (field: string, ...outcomes: readonly string[]): boolean =>
      pair.evidence.some((one) => one.field === field && outcomes.includes(one.outcome))
    return (
      pair.verdict === 'same' &&
      agrees('given', 'same', 'variant') &&
      agrees('family', 'same', 'part') &&
      agrees('birthDate', 'same') &&
      provenEmail !== null &&
      emails.includes(provenEmail.toLowerCase())
    )
  })
  const [only] = same
  return {
    sameId: same.length === 1 && only ? only.id : null,
    possibleIds: found.slice(0, MOST_POSSIBLE).map(({ id }) => id),
  }
}

/** A record with no more in it than the person said, within a transaction. Whoever tells of it and checks it is the caller. */
export async function registerSelf(ctx: Ctx, tx: Db, person: SelfPerson): Promise<string> {
  const { given, family } = person
  const id = ctx.newId()
  const row = {
    id,
    mrn: mrnNumber((await nextMrn(tx)) - FIRST_COUNT),
    given,
    middle: null,
    family,
    preferred: null,
    prefix: null,
    suffix: null,
    birth_date: person.birthDate,
    sex: 'unknown',
    pronouns: null,
    language: person.language,
    interpreter_needed: false,
    contact_preference: null,
    address: null,
    alerts: [],
    search_name: storedSearchName({ given, family }),
    deceased: false,
    contact_confirmed_on: null,
    version: 1,
  }
  await insertPatient(tx, row)
  const phone = person.phone === null ? null : phoneContact(person.phone)
  const email = person.email === null ? null : emailContact(person.email)
  for (const contact of [phone, email]) if (contact) await insertContact(tx, ctx.newId(), id, contact)
  await recordChanges(ctx, tx, id, {}, personFields(row, { phone, email }), 'self')
  await keepFindable(tx, [id])
  return id
}

/** Takes a record away that was made for a visit which was somebody else's. */
export async function removeSelf(db: Db, patientId: string): Promise<void> {
  await deletePatient(db, patientId)
}

export function isPhone(text: string): boolean {
  return phoneContact(text) !== null
}
