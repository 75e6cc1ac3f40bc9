import { pick, seeded, zipf } from './random.ts'

export interface Invented {
  readonly mrn: string
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly birthDate: string
  readonly phone: string
  readonly email: string | null
}

const families =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Vasquez Simmons Patterson Jordan Reynolds Hamilton Graham Wallace Tran'.split(
    ' ',
  )
const givens =
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa George Deborah Timothy Stephanie Ronald Rebecca Jason Laura Edward Sharon Jeffrey Cynthia Ryan Dorothy Jacob Amy Gary Kathleen Nicholas Angela Eric Shirley Jonathan Emma Stephen Brenda Larry Pamela Justin Nicole Scott Anna Brandon Samantha Benjamin Katherine Samuel Christine Gregory Debra Maria Jose Juan Luis Carlos Ana Rosa Jesus Carmen Sofia Mateo Wei Mai Linh Fatima Mohammed Aisha'.split(
    ' ',
  )
const starts = 'b br c ch d f g gr h j k kl l m n p r s sch st t v w z'.split(' ').concat('')
const vowels = 'a e i o u ai ei oo ie'.split(' ')
const ends = 'n r s l ck m t nd rt x'.split(' ').concat('')
const particles = ['de la', 'van der', 'de', 'von', 'O’']

function invented(syllables: number, random: () => number): string {
  const text = Array.from(
    { length: syllables },
    () => pick(starts, random) + pick(vowels, random) + pick(ends, random),
  ).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function filled(known: readonly string[], count: number, syllables: () => number, random: () => number): string[] {
  return [...known, ...Array.from({ length: count - known.length }, () => invented(syllables(), random))]
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/**
 * Invented people: 80,000 family and 6,000 given names as often as Zipf's law has them, four in ten with a middle name,
 * one in twenty with two family names, one in fifty with a particle; the same for the same seed.
 */
export function* people(count: number, seed: number): Generator<Invented> {
  const random = seeded(seed)
  const family = filled(families, 80_000, () => (random() < 0.5 ? 2 : 3), random)
  const given = filled(givens, 6000, () => 2, random)
  const nextFamily = zipf(family.length, 0.95, random)
  const nextGiven = zipf(given.length, 1.05, random)
  for (let at = 0; at < count; at++) {
    const first = given[nextGiven()] ?? ''
    const last = family[nextFamily()] ?? ''
    const kind = random()
    const whole =
      kind < 0.05 ? `${last}-${family[nextFamily()]}` : kind < 0.07 ? `${pick(particles, random)} ${last}` : last
    yield {
      mrn: pad(20_000_000 + at, 8),
      given: first,
      middle: random() < 0.4 ? (given[nextGiven()] ?? null) : null,
      family: whole,
      birthDate: `${1930 + Math.floor(random() * 94)}-${pad(1 + Math.floor(random() * 12), 2)}-${pad(1 + Math.floor(random() * 28), 2)}`,
      phone: `+1312${pad(2_000_000 + Math.floor(random() * 7_999_999), 7)}`,
      email: random() < 0.5 ? `${first}.${last}${at % 1000}@example.org`.toLowerCase() : null,
    }
  }
}
