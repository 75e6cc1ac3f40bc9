import { foldName } from '@foyer/patients'
import { titles, type Vocabulary } from './wish-names.ts'
import { fillers } from './wish-vocabulary.ts'

/** A name that the last words of the line begin, and the line with it written out. */
export type Completion = { readonly id: string; readonly label: string; readonly line: string }

const most = 6
const shortest = 2

/** Names of visit types, people, rooms and devices that the end of the line begins; those begun with more words stand first. */
export function completionsOf(
  line: string,
  { visitTypes, clinicians, things = [] }: Vocabulary,
): readonly Completion[] {
  const ends = endsOf(line)
  const found = new Map<string, Completion>()
  for (const { start, folded } of ends) {
    const write = (words: string) => `${line.slice(0, start)}${words} `
    for (const { id, names } of visitTypes) {
      const label = names.find((name) => isBegun(foldName(name), folded))
      if (label !== undefined && !found.has(id)) found.set(id, { id, label, line: write(label) })
    }
    for (const { id, name } of [...clinicians, ...things]) {
      const words = name.split(/[^\p{L}\p{M}\p{N}'-]+/u).filter((word) => word !== '' && !titles.has(foldName(word)))
      const isMeant = words.some((_, at) => isBegun(foldName(words.slice(at).join(' ')), folded))
      if (isMeant && !found.has(id)) found.set(id, { id, label: name, line: write(words.join(' ')) })
    }
  }
  return [...found.values()].slice(0, most)
}

function isBegun(name: string, folded: string): boolean {
  return name !== folded && name.startsWith(folded)
}

/** The last three words, the last two, the last one, each with where it begins in the line. */
function endsOf(line: string): ReadonlyArray<{ readonly start: number; readonly folded: string }> {
  // After a space or a comma a word is finished, and nothing is begun.
  if (!/[\p{L}\p{M}\p{N}]$/u.test(line)) return []
  const starts = [...line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ index }) => index)
  return starts
    .slice(-3)
    .map((start) => ({ start, folded: foldName(line.slice(start)) }))
    .filter(({ folded }) => folded.length >= shortest && !fillers.has(folded))
}
