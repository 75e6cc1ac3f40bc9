import type { PersonName } from '@foyer/patients'
import type { Random } from '../random.ts'
import names from './names.json' with { type: 'json' }

export type GivenList = 'female' | 'male'

/** Names and languages that go plausibly together. Shares are 0 to 1. */
export type Origin = {
  readonly weight: number
  readonly chicagoShare: number
  readonly languages: Readonly<Record<string, number>>
  /** How many of those who speak another language than English need an interpreter. */
  readonly interpreterShare: number
  readonly female: readonly string[]
  readonly male: readonly string[]
  readonly family: readonly string[]
  readonly middle?: Readonly<Record<GivenList, readonly string[]>>
  readonly middleShare?: number
  /** What people of a given name are called, or a list to take another name from. */
  readonly preferred?: Readonly<Record<string, string>>
  readonly preferredPool?: Readonly<Record<GivenList, readonly string[]>>
  readonly preferredShare?: number
  readonly twoSurnames?: boolean
  /** The family name of a child is the given name of the father. */
  readonly patronymic?: boolean
  readonly partnersKeepNames?: boolean
}

const origins: readonly Origin[] = Object.values<Origin>(names)

export function pickOrigin(random: Random): Origin {
  return random.weighted(origins.map((origin) => [origin, origin.weight] as const))
}

export function pickLanguage(random: Random, origin: Origin): string {
  return random.weighted(Object.entries(origin.languages))
}

export function pickFamily(random: Random, origin: Origin): string {
  const first = random.pick(origin.family)
  if (!origin.twoSurnames || random.chance(0.4)) return first
  return `${first} ${random.pick(origin.family.filter((name) => name !== first))}`
}

/** The family name of a child: the father's, both first surnames, or the father's given name, as the origin has it. */
export function childFamily(origin: Origin, father: PersonName | undefined, mother: PersonName | undefined): string {
  const from = father ?? mother
  if (!from) throw new Error('a child needs a parent')
  if (origin.patronymic && father) return father.given
  if (origin.twoSurnames && father && mother && father.family !== mother.family) {
    return `${firstSurname(father.family)} ${firstSurname(mother.family)}`
  }
  return from.family
}

/** A whole name whose given name is not in `taken`. */
export function makeName(
  random: Random,
  origin: Origin,
  list: GivenList,
  family: string,
  taken: readonly string[],
): PersonName {
  const free = origin[list].filter((name) => !taken.includes(name) && name !== family)
  const given = random.pick(free.length > 0 ? free : origin[list])
  const middle = origin.middle && random.chance(origin.middleShare ?? 0) ? random.pick(origin.middle[list]) : undefined
  const preferred = random.chance(origin.preferredShare ?? 0)
    ? (origin.preferred?.[given] ?? (origin.preferredPool ? random.pick(origin.preferredPool[list]) : undefined))
    : undefined
  return {
    given,
    ...(middle && middle !== given ? { middle } : {}),
    family,
    ...(preferred && preferred !== given ? { preferred } : {}),
  }
}

function firstSurname(family: string): string {
  return /^(?:de la |dela |de |van )/i.test(family) ? family : (family.split(' ')[0] ?? family)
}
