import { explain, type FoundPair, type PreparedPerson } from '@foyer/patients'
import type { CommandIo } from './command.ts'
import type { PeopleTable } from './match-people.ts'
import { matchSet } from './match-set.ts'

/** Lines written at once: a write for each would take longer than the comparison. */
const together = 500

/** One JSON line for each candidate pair on standard output. */
export async function matchPairs(args: readonly string[], io: CommandIo): Promise<number> {
  const { table, pairs } = await matchSet(args, io, new Date())
  let lines: string[] = []
  let count = 0
  for (const found of pairs) {
    lines.push(pairLine(table, found))
    count++
    if (lines.length === together) {
      io.out(lines.join('\n'))
      lines = []
    }
  }
  if (lines.length > 0) io.out(lines.join('\n'))
  io.note(`${count} pairs`)
  return 0
}

/** `{"idA":…,"idB":…,"probability":…,"verdict":…,"reasons":[…]}` */
export function pairLine({ ids, people }: PeopleTable, { first, second, pair, through }: FoundPair): string {
  const reasons = explain(pair, 'en', {
    a: named(people[first]),
    b: named(people[second]),
    through: through === null ? undefined : ids[through],
  })
  return JSON.stringify({
    idA: ids[first],
    idB: ids[second],
    probability: Number(pair.score.toPrecision(6)),
    verdict: pair.verdict,
    reasons: reasons.map(({ text }) => text),
  })
}

function named(person: PreparedPerson | undefined): { readonly name: { readonly given: string | undefined } } {
  return { name: { given: person?.given?.words.join(' ') } }
}
