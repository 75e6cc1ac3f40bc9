import { foldName } from '../name.ts'
import { jaroWinkler } from '../similarity.ts'

export interface KnownPayer {
  readonly id: string
  readonly name: string
}

export interface FoundPayer {
  readonly payerId: string
  readonly value: string
  readonly from: string
}

/** They say of hardly any payer which it is. */
const vague: ReadonlySet<string> = new Set(
  'health plan insurance of the and care healthcare company inc llc group benefits services medical mutual plus network national american'.split(
    ' ',
  ),
)

function tokens(text: string): readonly string[] {
  return foldName(text)
    .split(' ')
    .filter((word) => word !== '')
}

/** How much of a name stands in a line, its telling words twice: 1 for all of it. */
function share(name: readonly string[], line: readonly string[]): number {
  const weight = (word: string) => (vague.has(word) ? 1 : 2)
  const all = name.reduce((sum, word) => sum + weight(word), 0)
  const there = name
    .filter((word) => line.some((other) => other === word || (word.length >= 5 && jaroWinkler(word, other) >= 0.93)))
    .reduce((sum, word) => sum + weight(word), 0)
  return all === 0 ? 0 : there / all
}

/** Written together what is two words elsewhere: UnitedHealthcare, BlueCross. */
function isTogether(name: readonly string[], line: string): boolean {
  const joined = name.join('')
  return joined.length >= 6 && line.replaceAll(' ', '').includes(joined)
}

/**
 * Which of the payers that the practice knows the card is of: most of its name stands in one line. Of several the one
 * with the longest name; of two alike none, a person chooses.
 */
export function findPayer(lines: readonly string[], known: readonly KnownPayer[]): FoundPayer | null {
  const hits = known.flatMap((payer) => {
    const name = tokens(payer.name)
    if (!name.some((word) => !vague.has(word)) && name.length < 2) return []
    let best: { readonly score: number; readonly from: string } | null = null
    for (const line of lines) {
      const folded = foldName(line)
      const score = isTogether(name, folded) ? 1 : share(name, folded.split(' '))
      if (score >= 0.8 && score > (best?.score ?? 0)) best = { score, from: line.trim() }
    }
    return best ? [{ payer, ...best, rank: best.score * 100 + name.join('').length }] : []
  })
  const [first, second] = hits.toSorted((a, b) => b.rank - a.rank)
  if (!first || (second && second.rank === first.rank)) return null
  return { payerId: first.payer.id, value: first.payer.name, from: first.from }
}
