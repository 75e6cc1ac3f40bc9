import byCommunity from '../../data/community-name-shares.json' with { type: 'json' }
import perHundredThousand from '../../data/name-shares.json' with { type: 'json' }
import { seededRandom } from './random.ts'
import type { MatchPerson } from './record.ts'

/** A record and the person it is of. */
export type Known = { readonly person: MatchPerson; readonly who: number }

type Names = readonly (readonly [name: string, share: number])[]
type Community = {
  readonly given: Names
  readonly family: Names
  /** Share of those for whom 1 January was written down. */
  readonly newYear: number
  readonly zips: readonly string[]
}

const likeNames = [
  ['Jayden', 'Hayden'],
  ['Kayla', 'Kyla'],
  ['Alia', 'Alina'],
  ['Lara', 'Laura'],
  ['Ella', 'Elia'],
  ['Ann', 'Anna'],
  ['Maria', 'Mariah'],
  ['Minh', 'Binh'],
  ['Hassan', 'Hussein'],
  ['Hasan', 'Hassan'],
  ['Amina', 'Amira'],
  ['Christian', 'Christina'],
  ['Alexander', 'Alexandra'],
  ['Daniel', 'Daniela'],
  ['María Elena', 'María Isabel'],
  ['Maria Jose', 'Maria'],
  ['Gurpreet', 'Harpreet'],
  ['Jiwoo', 'Jiwon'],
  ['Kevin', 'Kelvin'],
  ['Jean Claude', 'Jean Robert'],
  ['Fatou', 'Fatima'],
  ['Muhammad Ali', 'Muhammad Umar'],
] as const
const borneByTwins: ReadonlySet<string> = new Set(likeNames.flat())
const sharedNames = ['Maria', 'José', 'Juan', 'Muhammad', 'Mohamed', 'Marie', 'Jean', 'Ana'] as const
const newborns = [
  ['Baby1', 'Baby2'],
  ['BoyA', 'BoyB'],
  ['Twin1', 'Twin2'],
  ['NewbornA', 'NewbornB'],
  ['Baby Girl 1', 'Baby Girl 2'],
  ['Baby Boy', 'Baby Boy'],
  ['Judysgirl', 'Judysgirl'],
  ['BG A', 'BG B'],
] as const
const twinsAlike = 0.06
const siblingsAlike = 0.06
const syllables = ['ka', 'lo', 'ber', 'ti', 'mun', 'sa', 're', 'vol', 'den', 'pi', 'tse', 'wang', 'ghi', 'dor']

/** Communities that fled, whose birthdays nobody wrote down. */
const fled = new Set(['somali', 'arabic', 'pakistani-bangladeshi-afghan', 'nepali', 'central-african', 'west-african'])

/**
 * The people of a region where communities live together, seeded: of each `size` people of every community whose names
 * are listed, of the country at large, and of some that no list knows. There are households, twins, brothers, sisters and
 * cousins with names alike, parents and children of one name, newborns, default birthdays, family numbers, numbers given
 * one after the other; and of most people a second record with slips, moves and gaps. Records of one community stand together.
 */
export function populationOf(size: number, seed: number): readonly (readonly Known[])[] {
  const random = seededRandom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const is = (chance: number): boolean => random() < chance
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const word = (length: number): string => Array.from({ length }, () => oneOf(syllables)).join('')
  const number = (digits: number): string => Array.from({ length: digits }, () => below(10)).join('')
  const two = (value: number): string => String(value).padStart(2, '0')
  let nobody = 0
  /** Where nobody could tell twins apart but by it, one of them at least has it in every record. */
  const saysMiddle = new Set<number>()
  let lastNumber = 100_000

  /** Shares differ from place to place: half of what is listed, or twice. */
  const local = (counts: Readonly<Record<string, number>>, per: number): Names =>
    Object.entries(counts).map(([name, count]) => [name, (count / per) * 2 ** (2 * random() - 1)])
  /** Names that no list has, the first of them borne by one of `first`. */
  const invented = (count: number, first: number): Names =>
    Array.from({ length: count }, (_, at) => [word(2 + (at % 2)), first / (at + 1)])
  const zips = (): string[] => Array.from({ length: 4 }, () => `55${number(3)}`)
  const communities: Community[] = Object.entries(byCommunity).map(([name, { given, family }]) => ({
    given: local(given, 1_000),
    family: local(family, 1_000),
    newYear: fled.has(name) ? 0.25 + 0.25 * random() : 0.02,
    zips: zips(),
  }))
  for (let at = 0; at < 3; at++) {
    const { given, family } = perHundredThousand
    communities.push({ given: local(given, 50_000), family: local(family, 100_000), newYear: 0.004, zips: zips() })
    communities.push({ given: invented(90, 0.03), family: invented(120, 0.05), newYear: 0.2 * at, zips: zips() })
  }

  const named = (names: Names): string => {
    let at = random()
    for (const [name, share] of names) if ((at -= share) < 0) return name
    return word(3 + below(2))
  }
  const birth = (newYear: number, from: number, to: number): string => {
    const year = from + below(to - from + 1)
    if (is(newYear)) return `${year}-01-01`
    const month = 1 + below(12)
    if (is(newYear / 2)) return `${year}-07-01`
    if (is(0.03 + newYear / 4)) return `${year}-${two(month)}-01`
    return `${year}-${two(month)}-${two(1 + below(28))}`
  }

  function household({ given, family, newYear, zips: places }: Community): Known[] {
    const home = {
      phones: is(0.85) ? [`612${number(7)}`] : [],
      emails: is(0.3) ? [`${word(3)}${number(2)}@example.org`] : [],
      address: {
        line: `${1 + below(2_000)} ${word(2)} Street`,
        city: 'Minneapolis',
        state: 'MN',
        postalCode: oneOf(places),
      },
    }
    const plan = is(0.25) ? [`plan|W${number(8)}`] : []
    const name = named(family)
    const found: Known[] = []
    const add = (first: string, born: string, more: Partial<MatchPerson> & { readonly middle?: string } = {}): void => {
      const { middle, ...rest } = more
      const own = is(0.7) ? [`file|${++lastNumber}`] : []
      found.push({
        who: nobody++,
        person: {
          name: { given: first, family: name, ...(middle ? { middle } : {}) },
          birthDate: born,
          ...(is(0.3) ? {} : { sex: oneOf(['female', 'male']) }),
          phones: is(0.2) ? [`612${number(7)}`] : home.phones,
          emails: is(0.2) ? [`${word(3)}${number(2)}@example.org`] : home.emails,
          address: home.address,
          identifiers: [...plan, ...own],
          ...rest,
        },
      })
    }
    const father = named(given)
    const born = birth(newYear, 1940, 1995)
    add(father, born, is(0.3) ? { middle: named(given) } : {})
    if (is(0.7)) add(named(given), birth(newYear, 1940, 1995))
    const bornYear = Number(born.slice(0, 4))
    if (is(0.08)) {
      const years = is(0.4) ? 20 : 15 + below(36)
      const day = is(0.4) ? born.slice(4) : birth(newYear, 2000, 2000).slice(4)
      add(father, `${bornYear + years}${day}`)
    }
    const children = birth(newYear / 2, 1998, 2026)
    if (is(twinsAlike)) {
      const [one, other] = oneOf(likeNames)
      const middle = is(0.4) ? named(given) : undefined
      for (const first of [one, other]) add(first, children, middle ? { middle } : {})
    } else if (is(0.03)) {
      // Twins of one first name are called by the second, which a registration may lack.
      const [first, one, other] = [oneOf(sharedNames), named(given), named(given)]
      if (new Set([first.toLowerCase(), one, other]).size === 3) {
        for (const middle of [one, other]) add(first, children, { middle })
        saysMiddle.add(nobody - 1)
      }
    } else if (is(0.05)) {
      const mother = is(0.4) ? named(given) : null
      for (const first of oneOf(newborns)) {
        if (mother) saysMiddle.add(nobody)
        add(mother ?? first, children, mother ? { middle: first } : {})
      }
    } else if (is(siblingsAlike)) {
      const [one, other] = oneOf(likeNames)
      add(one, children)
      add(other, `${children.slice(0, 3)}${(Number(children[3]) + 1 + below(3)) % 10}${children.slice(4)}`)
    } else if (is(0.6)) {
      for (let at = below(3); at >= 0; at--) add(named(given), birth(newYear / 2, 1998, 2026))
    }
    // A cousin named after the same grandfather.
    if (is(0.01)) add(father, birth(newYear, bornYear - 3, bornYear + 3))
    return found
  }

  /** What another registration of the same person says. */
  function again({ person, who }: Known): Known {
    const { name, birthDate = '', address } = person
    const slipped = (text: string): string => {
      const at = 1 + below(Math.max(1, text.length - 2))
      const slip = text.slice(0, at) + oneOf(['', text.charAt(at) + text.charAt(at), 'e']) + text.slice(at + 1)
      // A slip that makes the twin's name of it could be told by nobody.
      return borneByTwins.has(slip) ? text : slip
    }
    const hasMoved = is(0.2)
    return {
      who,
      person: {
        ...person,
        name: {
          ...name,
          given: is(0.05) ? slipped(name.given ?? '') : name.given,
          family: is(0.05) ? slipped(name.family ?? '') : name.family,
          middle: is(0.3) && !saysMiddle.has(who) ? undefined : name.middle,
        },
        birthDate: is(0.03) ? birthDate.slice(0, 8) + two(1 + below(28)) : birthDate,
        phones: is(0.25) ? [`612${number(7)}`] : person.phones,
        emails: is(0.5) ? [] : person.emails,
        address: hasMoved ? { ...address, line: `${1 + below(2_000)} ${word(2)} Street` } : address,
        identifiers: (person.identifiers ?? []).flatMap((one) =>
          is(0.5) ? [] : is(0.1) ? [`file|${++lastNumber}`] : [one],
        ),
      },
    }
  }

  return communities.map((community) => {
    const people: Known[] = []
    while (people.length < size) people.push(...household(community))
    return [...people, ...people.filter(() => is(0.8)).map(again)]
  })
}
