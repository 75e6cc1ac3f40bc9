import {
  blockingKeys,
  createScorer,
  defaultModel,
  type MatchPerson,
  type PreparedPerson,
  prepare,
} from '@foyer/patients'

export interface LikeInFile {
  readonly line: number
  readonly verdict: 'same' | 'ask'
}

/** People of earlier rows, to find who stands in the file twice. */
export interface FileIndex {
  /** The likeliest of the earlier rows; null when nobody there may be this person. */
  find(person: MatchPerson): LikeInFile | null
  add(line: number, person: MatchPerson): void
}

const scorer = createScorer(defaultModel)
/** A value that very many share proves nothing. */
const MOST_ALIKE = 100
/** Fewer of a block that is wider: a file of a million is read in minutes. */
const MOST_OF_BLOCK = 30

/** Both names by their sound; how the family name begins, with the year; its sound, with the day of the year. */
const wide = ['n', 'f', 'h']
const ofPackage = 'b'

/**
 * Holds a text of each row and a few numbers, some 300 bytes: as many as a million people fit. Two are compared when
 * they share what two records here would be compared by, or one of the wider blocking keys of the package.
 */
export function openFileIndex(): FileIndex {
  const texts: string[] = []
  const lines: number[] = []
  const byKey = new Map<string, number | number[]>()

  function listOf(key: string): readonly number[] {
    const there = byKey.get(key)
    return there === undefined ? [] : typeof there === 'number' ? [there] : there
  }

  return {
    find: (person) => {
      const mine = prepare(person)
      const near = new Set(keysOf(person, mine).flatMap(listOf))
      let best: LikeInFile | null = null
      let most = -Infinity
      for (const at of near) {
        const other = prepare(JSON.parse(texts[at] ?? '{}') as MatchPerson)
        const { verdict, logOdds } = scorer.score(mine, other)
        if (verdict === 'different' || logOdds <= most) continue
        most = logOdds
        best = { line: lines[at] ?? 0, verdict }
      }
      return best
    },
    add: (line, person) => {
      const at = texts.push(JSON.stringify(person)) - 1
      lines.push(line)
      for (const key of keysOf(person, prepare(person))) {
        const there = byKey.get(key)
        // Most keys have one row: a list for each would weigh more than all the texts.
        if (there === undefined) byKey.set(key, at)
        else if (typeof there === 'number') byKey.set(key, [there, at])
        else if (there.length < (key.startsWith(ofPackage) ? MOST_OF_BLOCK : MOST_ALIKE)) there.push(at)
      }
    },
  }
}

function keysOf(
  { name, birthDate = '', phones, emails, identifiers }: MatchPerson,
  prepared: PreparedPerson,
): readonly string[] {
  const given = (name.given ?? '').toLowerCase()
  const family = (name.family ?? '').toLowerCase()
  const keys = new Set([
    `d${birthDate}${given.slice(0, 1)}`,
    `d${birthDate}${family.slice(0, 1)}`,
    `n${family} ${given} ${birthDate.slice(0, 4)}`,
    `n${family} ${given} ${birthDate.slice(5)}`,
    ...blockingKeys(prepared)
      .flat()
      .flatMap((key) => (wide.includes(key.charAt(0)) ? [`${ofPackage}${key}`] : [])),
    ...(phones ?? []).map((phone) => `p${phone}`),
    ...(emails ?? []).map((email) => `e${email.toLowerCase()}`),
    ...(identifiers ?? []).map((identifier) => `i${identifier}`),
  ])
  return [...keys]
}
