import type { CastDependent, CastMember } from '../cast/cast.ts'
import type { Rejected } from '../cast/policy.ts'
import type { AskedPayer, AskedPerson } from './question.ts'
import type { Person } from './person.ts'

export type Found =
  | {
      readonly is: 'known'
      readonly member: CastMember
      /** Null: the patient is the member. */
      readonly dependent: CastDependent | null
      /** The payer's record differs from what was asked with. */
      readonly differs: boolean
    }
  | { readonly is: 'anybody' }
  | { readonly is: 'rejected'; readonly why: Rejected }

const rejected = (code: string): Found => ({ is: 'rejected', why: { at: 'person', code, action: 'C' } })

/**
 * Whom a payer finds: by the member's number, and only where birth date and name are those of its record (X279A1, 1.4.8);
 * without a number by name and birth date alone. Who is not of the cast is `anybody`.
 */
export function findMember(
  cast: readonly CastMember[],
  { payer }: Pick<AskedPayer, 'payer'>,
  { person }: Pick<AskedPerson, 'person'>,
  dependent: Person | null,
): Found {
  if (dependent === null && person.birthDate === '') return rejected('58')
  const id = plain(person.memberId)
  if (id === '') return findByName(cast, payer.name, person)
  if (id.length < 4) return rejected('72')
  const member = cast.find((one) => plain(one.person.memberId) === id)
  if (!member) return { is: 'anybody' }
  const known = member.person
  const differs = !isSameName(known, person) || (person.birthDate !== '' && known.birthDate !== person.birthDate)
  if (dependent !== null) return findDependent(member, person, dependent)
  if (member.isFoundAnyway) {
    const isElsewhere = JSON.stringify(person.address).toUpperCase() !== JSON.stringify(known.address)
    return { is: 'known', member, dependent: null, differs: differs || isElsewhere }
  }
  if (!isSameName(known, person)) return rejected('73')
  return differs ? rejected('71') : { is: 'known', member, dependent: null, differs: false }
}

function findDependent(member: CastMember, subscriber: Person, asked: Person): Found {
  if (subscriber.family !== '' && !isSameName(member.person, subscriber)) return rejected('73')
  const found = member.dependents.find((one) => isSameName(one, asked))
  if (!found) return rejected('67')
  const isBornThen = found.birthDate === '' || found.birthDate === asked.birthDate
  return isBornThen ? { is: 'known', member, dependent: found, differs: false } : rejected('71')
}

/** Each payer knows its own members: their numbers begin with its first two letters, as cards of many payers do. */
function findByName(cast: readonly CastMember[], payerName: string, asked: Person): Found {
  if (asked.family === '' || asked.given === '') return rejected('72')
  const [found, ...more] = cast.filter(
    ({ person, does }) =>
      person.birthDate === asked.birthDate &&
      isSameName(person, asked) &&
      person.memberId.startsWith(payerName.slice(0, 2).toUpperCase()) &&
      'story' in does &&
      kindOf(does.story) === kindOf(payerName.toLowerCase()),
  )
  if (!found) return rejected('75')
  return more.length > 0 ? rejected('76') : { is: 'known', member: found, dependent: null, differs: false }
}

function kindOf(name: string): 'medicaid' | 'medicare' | 'commercial' {
  if (name.includes('medicaid')) return 'medicaid'
  return name.includes('medicare') ? 'medicare' : 'commercial'
}

type Named = Pick<Person, 'family' | 'given'>

/** A given name may have a middle one beside it, which some write into it. */
function isSameName(known: Named, asked: Named): boolean {
  const [family, given] = [plain(asked.family), plain(asked.given)]
  const same = (one: string, another: string): boolean => one.startsWith(another) || another.startsWith(one)
  return plain(known.family) === family && given !== '' && same(plain(known.given), given)
}

/** Letters and digits alone, whatever their case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}
