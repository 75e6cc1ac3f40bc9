import { foldName } from '@foyer/patients'
import type { NextLeg } from './wish.ts'
import { longestAt, type Reader } from './wish-reader.ts'

export type Vocabulary = {
  /** Chains as the practice set them up. */
  readonly chains?: ReadonlyArray<{
    readonly id: string
    readonly names: readonly string[]
    readonly legs: readonly NextLeg[]
  }>
  readonly visitTypes: ReadonlyArray<{ readonly id: string; readonly names: readonly string[] }>
  /** Clinicians and interpreters: a word of the name is enough. */
  readonly clinicians: ReadonlyArray<{ readonly id: string; readonly name: string }>
  /** Rooms and devices: named whole, or as far as the first comma. */
  readonly things?: ReadonlyArray<{ readonly id: string; readonly name: string }>
}

export const titles: ReadonlySet<string> = new Set([
  'dr',
  'dra',
  'md',
  'do',
  'np',
  'pa',
  'rn',
  'dpm',
  'mr',
  'ms',
  'mrs',
])
/** Fewer letters than this begin too many names. */
const shortestPrefix = 3

type Named = { readonly id: string; readonly words: readonly string[] }

/** Readers for the names this practice uses. */
export function nameReaders(vocabulary: Vocabulary): {
  wholeChain: Reader
  wholeVisitType: Reader
  thing: Reader
  visitType: Reader
  clinician: Reader
} {
  const types = vocabulary.visitTypes.flatMap(({ id, names }) =>
    names.map((name): Named => ({ id, words: foldName(name).split(' ') })),
  )
  const clinicians = vocabulary.clinicians.map(
    ({ id, name }): Named => ({
      id,
      words: foldName(name)
        .split(' ')
        .filter((word) => !titles.has(word)),
    }),
  )
  const chains = (vocabulary.chains ?? []).flatMap(({ id, names, legs: [first, ...then] }) =>
    first
      ? names.map((name) => [foldName(name), { chainTypeId: id, visitTypeId: first.visitTypeId, then }] as const)
      : [],
  )
  const things = (vocabulary.things ?? []).flatMap(({ id, name }) =>
    [...new Set([name, name.split(',')[0] ?? name])].map((each) => [foldName(each), { clinicianIds: [id] }] as const),
  )
  const wholeVisitType: Reader = (words, at) => {
    const whole = types.filter((type) => type.words.every((word, index) => isSame(word, words[at + index])))
    const longest = whole.sort((a, b) => b.words.length - a.words.length)[0]
    return longest ? { used: longest.words.length, meaning: { visitTypeId: longest.id } } : null
  }
  return {
    thing: (words, at) => {
      const named = longestAt(words, at, things)
      return named && named.used > (wholeVisitType(words, at)?.used ?? 0) ? named : null
    },
    wholeVisitType,
    wholeChain: (words, at) => longestAt(words, at, chains),
    visitType: (words, at) =>
      begunType(types, words, at) ?? innerWord(types, words, at) ?? initialsAt(types, words, at),
    clinician: (words, at) => {
      const skip = titles.has(words[at] ?? '') ? 1 : 0
      const ids = clinicianNamed(clinicians, words[at + skip] ?? '')
      if (ids.length === 0) return null
      let used = skip + 1
      // "maria okafor": a second word of the same name belongs to it.
      while (clinicians.some((one) => ids.includes(one.id) && one.words.includes(words[at + used] ?? ''))) used += 1
      return { used, meaning: { clinicianIds: ids } }
    },
  }
}

/** "paciente nueva" is a woman who is a "paciente nuevo". */
function isSame(word: string, said: string | undefined): boolean {
  if (word === said) return true
  const isOfBoth = word.length > 4 && /[oa]$/.test(word) && said !== undefined && /[oa]$/.test(said)
  return isOfBoth && word.slice(0, -1) === said.slice(0, -1)
}

/** The longest beginning of a name: "follow" or "new pat". Of equals the shortest name is meant. */
function begunType(types: readonly Named[], words: readonly string[], at: number): ReturnType<Reader> {
  let best: { used: number; type: Named } | null = null
  for (const type of types) {
    const used = countBegun(type, words, at)
    if (used === 0) continue
    if (!best || used > best.used || (used === best.used && type.words.length < best.type.words.length)) {
      best = { used, type }
    }
  }
  return best && { used: best.used, meaning: { visitTypeId: best.type.id } }
}

function countBegun(type: Named, words: readonly string[], at: number): number {
  let used = 0
  while (used < type.words.length && isSame(type.words[used] ?? '', words[at + used])) used += 1
  const open = words[at + used] ?? ''
  if (used < type.words.length && open.length >= shortestPrefix && type.words[used]?.startsWith(open)) return used + 1
  return (words[at] ?? '').length >= shortestPrefix ? used : 0
}

/** "np", "bp check": the first letters of a name, or of its beginning with the rest written out. They have to mean one. */
function initialsAt(types: readonly Named[], words: readonly string[], at: number): ReturnType<Reader> {
  const said = words[at] ?? ''
  const meant = types.flatMap(({ id, words: name }) => {
    const rest = name.slice(said.length)
    const isMeant =
      said.length > 1 &&
      name.length >= said.length &&
      [...said].every((letter, index) => name[index]?.startsWith(letter)) &&
      rest.every((word, index) => words[at + 1 + index] === word)
    return isMeant ? [{ id, used: 1 + rest.length }] : []
  })
  const [only] = meant
  return only && meant.every(({ id }) => id === only.id) ? { used: only.used, meaning: { visitTypeId: only.id } } : null
}

function innerWord(types: readonly Named[], words: readonly string[], at: number): ReturnType<Reader> {
  const word = words[at] ?? ''
  if (word.length <= shortestPrefix) return null
  const ids = new Set(types.filter((type) => type.words.includes(word)).map((type) => type.id))
  const [only] = ids
  return ids.size === 1 && only ? { used: 1, meaning: { visitTypeId: only } } : null
}

/** A whole word of a name may mean several people; a beginning has to mean one. */
function clinicianNamed(clinicians: readonly Named[], word: string): readonly string[] {
  if (word.length < shortestPrefix) return []
  const whole = clinicians.filter((one) => one.words.includes(word)).map((one) => one.id)
  if (whole.length > 0) return whole
  const begun = clinicians.filter((one) => one.words.some((part) => part.startsWith(word))).map((one) => one.id)
  return begun.length === 1 ? begun : []
}
