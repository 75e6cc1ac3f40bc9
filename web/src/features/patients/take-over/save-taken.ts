import type { CallInput, EndpointSpec, patients, record, Refusal, relatives, Reply } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import type { Details } from '../details/shapes.ts'
import type { Besides } from '../registration/besides/besides.ts'
import { type DetailKey, type Said, saysSame, withTaken } from './details-offers.ts'
import { changedKin, kinOffer, type KinOffer, newKin } from './kin-offer.ts'

type Way<S extends EndpointSpec> = (input: CallInput<S>) => Promise<Result<Reply<S>, Refusal<S>>>

/** How each part is read and saved: the ways of the forms that hold it. */
export interface Ways {
  readonly changePatient: Way<typeof patients.changePatient>
  readonly readRecord: Way<typeof record.readRecord>
  readonly changeBackground: Way<typeof record.changeBackground>
  readonly changeLanguages: Way<typeof record.changeLanguages>
  readonly changeWork: Way<typeof record.changeWork>
  readonly listRelatives: Way<typeof relatives.listRelatives>
  readonly addRelative: Way<typeof relatives.addRelative>
  readonly changeRelative: Way<typeof relatives.changeRelative>
}

/** What was chosen, each part with what the record said when it was chosen; null, or no keys: nothing of that part. */
export interface Taken {
  readonly patientId: string
  readonly desk: CallInput<typeof patients.changePatient> | null
  readonly details: { readonly keys: readonly DetailKey[]; readonly typed: Said; readonly seen: Said } | null
  readonly kin: { readonly besides: Besides; readonly seen: KinOffer } | null
}

interface Refused {
  readonly reason: string
}
export type Stop = { readonly refused: Refused } | { readonly error: unknown }

export interface Saved {
  /** Something is saved, whatever stopped the rest. */
  readonly hasSaved: boolean
  /** What stands against the rest; null: all is saved. */
  readonly stop: Stop | null
}

const changedMeanwhile: Refused = { reason: 'changed-meanwhile' }

interface Group {
  readonly keys: readonly DetailKey[]
  readonly save: (ways: Ways, at: Details, said: Said) => Promise<Result<Details, Refused>>
}

/** The forms of the details: each is sent whole, as the record stands but for what is taken over. */
const groups: readonly Group[] = [
  {
    keys: ['birthSex', 'genderIdentity', 'race', 'ethnicity'],
    save: (ways, at, said) =>
      ways.changeBackground({
        patientId: at.patientId,
        version: at.version,
        birthDate: null,
        birthDateEstimated: at.birthDateEstimated,
        sex: at.sex,
        birthSex: said.birthSex,
        genderIdentity: said.genderIdentity,
        pronouns: at.pronouns,
        multipleBirth: at.multipleBirth,
        race: said.race,
        ethnicity: said.ethnicity,
      }),
  },
  {
    keys: ['accessibility'],
    save: (ways, at, said) =>
      ways.changeLanguages({
        patientId: at.patientId,
        version: at.version,
        languages: [at.language, ...at.furtherLanguages],
        languageAsked: at.languageAsked,
        interpreterNeeded: at.interpreterNeeded,
        accessibility: said.accessibility,
      }),
  },
  {
    keys: ['employer'],
    save: (ways, at, said) =>
      ways.changeWork({
        patientId: at.patientId,
        version: at.version,
        employer: said.employer,
        occupation: at.occupation,
      }),
  },
]

/** Upon the record as it is now; where it says something else than what was seen, a person looks again first. */
async function saveDetails(
  ways: Ways,
  patientId: string,
  { keys, typed, seen }: NonNullable<Taken['details']>,
  tell: () => void,
): Promise<Refused | null> {
  if (keys.length === 0) return null
  const latest = await ways.readRecord({ patientId })
  if (!latest.ok) return latest.error
  let at: Details = latest.value
  if (at.patientId !== patientId || keys.some((key) => !saysSame(key, latest.value, seen))) return changedMeanwhile
  for (const group of groups) {
    const chosen = group.keys.filter((key) => keys.includes(key))
    if (chosen.length === 0) continue
    const saved = await group.save(ways, at, withTaken(at, typed, chosen))
    if (!saved.ok) return saved.error
    tell()
    at = saved.value
  }
  return null
}

/** The people are read once more, so that nobody is written down twice. */
async function saveKin(
  ways: Ways,
  patientId: string,
  { besides, seen }: NonNullable<Taken['kin']>,
  tell: () => void,
): Promise<Refused | null> {
  const list = await ways.listRelatives({ patientId })
  if (!list.ok) return list.error
  const people = list.value.relatives
  const person = kinOffer(besides, people, true)
  if (person?.person == null) return null
  const { known } = person
  if (known?.id !== seen.known?.id || known?.phone !== seen.known?.phone || known?.barred !== seen.known?.barred)
    return changedMeanwhile
  const saved =
    known === null
      ? await ways.addRelative({ patientId, ...newKin(person.person, people) })
      : await ways.changeRelative({ patientId, ...changedKin(known, person.person.phone, people) })
  if (!saved.ok) return saved.error
  tell()
  return null
}

/** Saves part after part and stops at the first that does not go; what is saved before it stays. */
export async function saveTaken(ways: Ways, { patientId, desk, details, kin }: Taken): Promise<Saved> {
  let hasSaved = false
  const tell = () => {
    hasSaved = true
  }
  const steps = [
    async (): Promise<Refused | null> => {
      const saved = desk && (await ways.changePatient(desk))
      if (saved?.ok) tell()
      return saved?.ok === false ? saved.error : null
    },
    async () => details && saveDetails(ways, patientId, details, tell),
    async () => kin && saveKin(ways, patientId, kin, tell),
  ]
  try {
    for (const step of steps) {
      const refused = await step()
      if (refused) return { hasSaved, stop: { refused } }
    }
    return { hasSaved, stop: null }
  } catch (error) {
    return { hasSaved, stop: { error } }
  }
}
