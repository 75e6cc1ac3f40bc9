import type { MatchPerson } from '@foyer/patients'

const syllables = [
  'ba',
  'can',
  'dor',
  'el',
  'far',
  'hol',
  'in',
  'kor',
  'lam',
  'mor',
  'nel',
  'quin',
  'ros',
  'tan',
  'vic',
  'zel',
]

export function townOf(count: number): readonly MatchPerson[] {
  return [...townsfolk(count)]
}

/** Made-up people, always the same; every fifth is followed by a copy with a slip in the name and another phone. */
export function* townsfolk(count: number): Generator<MatchPerson> {
  let state = 1
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const word = (length: number): string => Array.from({ length }, () => syllables[below(syllables.length)]).join('')
  const phone = (): string => `312${2_000_000 + below(7_000_000)}`
  for (let made = 0; made < count; made++) {
    const name = { given: word(2), family: word(3) }
    const person: MatchPerson = {
      name,
      birthDate: `${1930 + below(90)}-${String(1 + below(12)).padStart(2, '0')}-${10 + below(18)}`,
      sex: below(2) === 0 ? 'female' : 'male',
      phones: [phone()],
      emails: below(3) === 0 ? [`${word(3)}@example.org`] : [],
      address: { line: `${1 + below(999)} ${word(3)} Street`, city: word(2), postalCode: `${60_000 + below(900)}` },
    }
    yield person
    if (below(5) > 0 || ++made === count) continue
    const slip = below(name.family.length)
    const family = name.family.slice(0, slip) + name.family.slice(slip + 1)
    yield { ...person, name: { given: name.given, family }, phones: [phone()] }
  }
}
