import { Temporal } from '@foyer/kernel'
import type { PersonName } from '@foyer/patients'
import type { Random } from '../random.ts'
import { childFamily, type GivenList, makeName, type Origin, pickFamily, pickOrigin } from './origin.ts'

/** One who lives in a household, before contact points are handed out. `guardian` is an index into the household. */
export type Member = {
  readonly name: PersonName
  readonly list: GivenList
  readonly origin: Origin
  readonly birthDate: string
  readonly age: number
  readonly guardian?: number
}

type Kind = 'young' | 'middle' | 'older' | 'couple' | 'family' | 'three-generations'

const kinds: readonly (readonly [Kind, number])[] = [
  ['young', 22],
  ['middle', 16],
  ['older', 16],
  ['couple', 20],
  ['family', 22],
  ['three-generations', 4],
]

const alone = { young: [18, 39], middle: [40, 64], older: [65, 94] } as const

/** The people of one household, adults first, their ages spread as in a family practice. */
export function makeMembers(random: Random, origin: Origin, today: string): Member[] {
  const kind = random.weighted(kinds)
  if (kind === 'couple') return makeCouple(random, origin, today, random.between(24, 84))
  if (kind === 'family' || kind === 'three-generations') {
    const parents = makeParents(random, origin, today)
    const elders = kind === 'three-generations' ? [makeGrandparent(random, parents[0], today)] : []
    return [...parents, ...elders, ...makeChildren(random, parents, elders, today)]
  }
  const [from, to] = alone[kind]
  const list = pickList(random)
  return [
    born(
      random,
      today,
      random.between(from, to),
      makeName(random, origin, list, pickFamily(random, origin), []),
      list,
      origin,
    ),
  ]
}

function makeParents(random: Random, origin: Origin, today: string): Member[] {
  const age = random.between(24, 46)
  if (random.chance(0.7)) return makeCouple(random, origin, today, age)
  const list = random.chance(0.8) ? 'female' : 'male'
  return [born(random, today, age, makeName(random, origin, list, pickFamily(random, origin), []), list, origin)]
}

function makeCouple(random: Random, origin: Origin, today: string, age: number): Member[] {
  const firstList = random.chance(0.5) ? 'female' : 'male'
  const secondList = random.chance(0.95) ? (firstList === 'female' ? 'male' : 'female') : firstList
  const secondOrigin = random.chance(0.12) ? pickOrigin(random) : origin
  const family = pickFamily(random, origin)
  const keeps = origin.partnersKeepNames || random.chance(0.35)
  const secondFamily = keeps ? pickFamily(random, secondOrigin) : family
  const first = makeName(random, origin, firstList, family, [])
  const second = makeName(random, secondOrigin, secondList, secondFamily, [first.given])
  const secondAge = Math.max(21, age + random.between(-6, 6))
  return [
    born(random, today, age, first, firstList, origin),
    born(random, today, secondAge, second, secondList, secondOrigin),
  ]
}

function makeGrandparent(random: Random, child: Member | undefined, today: string): Member {
  if (!child) throw new Error('a grandparent needs a child')
  const list = random.chance(0.7) ? 'female' : 'male'
  const name = makeName(random, child.origin, list, child.name.family, [child.name.given])
  return born(random, today, child.age + random.between(21, 36), name, list, child.origin)
}

function makeChildren(random: Random, parents: readonly Member[], elders: readonly Member[], today: string): Member[] {
  const father = parents.find((parent) => parent.list === 'male')
  const mother = parents.find((parent) => parent.list === 'female') ?? parents.find((parent) => parent !== father)
  const origin = (father ?? mother)?.origin
  if (!origin) throw new Error('children need parents')
  const family = childFamily(origin, father?.name, mother?.name)
  const oldest = Math.min(17, Math.min(...parents.map((parent) => parent.age)) - 18)
  const children: Member[] = []
  for (
    let left = random.weighted([
      [1, 40],
      [2, 40],
      [3, 16],
      [4, 4],
    ] as const);
    left > 0;
    left--
  ) {
    const list = pickList(random)
    const taken = [...parents, ...elders, ...children].map((member) => member.name.given)
    const name = makeName(random, origin, list, family, taken)
    const child = born(random, today, random.between(0, Math.max(0, oldest)), name, list, origin)
    const twin = random.chance(0.04) ? children[0] : undefined
    children.push({ ...child, ...(twin ? { birthDate: twin.birthDate, age: twin.age } : {}), guardian: 0 })
  }
  return children
}

function born(random: Random, today: string, age: number, name: PersonName, list: GivenList, origin: Origin): Member {
  const birthDate = Temporal.PlainDate.from(today)
    .subtract({ years: age })
    .subtract({ days: random.between(0, 364) })
    .toString()
  return { name, list, origin, birthDate, age }
}

function pickList(random: Random): GivenList {
  return random.chance(0.53) ? 'female' : 'male'
}
