import type { Finding } from '../finding.ts'
import type { Reading, TransactionSet } from '../interchange.ts'
import type { Position } from '../position.ts'
import { Findings } from './findings.ts'
import { SetChecker } from './set-checker.ts'

/**
 * Everything that a receiver should know about a file: its envelopes (what the reader found) and its sets by their guides,
 * SNIP types 1 to 4. In the order of the file; of some thousands and more only what decides about a set, and how many were left out.
 */
export function validate(reading: Reading): Finding[] {
  const found = [...reading.findings]
  const findings = new Findings((finding) => void found.push(finding))
  const checker = new SetChecker(findings)
  for (const { groups } of reading.interchanges) {
    for (const { sets } of groups) for (const set of sets) check(checker, set)
  }
  findings.close()
  return found.sort((a, b) => inOrder(a.position, b.position))
}

/** What is wrong with one set by its guide. */
export function validateSet(set: Pick<TransactionSet, 'version' | 'segments'>): Finding[] {
  const found: Finding[] = []
  const findings = new Findings((finding) => void found.push(finding))
  check(new SetChecker(findings), set)
  findings.close()
  return found.sort((a, b) => inOrder(a.position, b.position))
}

function check(checker: SetChecker, { version, segments }: Pick<TransactionSet, 'version' | 'segments'>): void {
  let isBegun = false
  for (const segment of segments) {
    if (isBegun) checker.take(segment)
    else checker.begin(segment, version)
    isBegun = true
  }
  const last = segments.at(-1)
  if (last) checker.end(last.position)
}

/** By interchange, group, set and segment. */
export function inOrder(a: Position, b: Position): number {
  return a.interchange - b.interchange || a.group - b.group || a.set - b.set || a.segment - b.segment
}
