import { readInterchanges, type Segment } from '@foyer/x12'

/** One 271 of an interchange, by the questions it answers. */
export interface AnsweredSet {
  /** TRN02, whoever gave them. */
  readonly traces: readonly string[]
  readonly segments: readonly Segment[]
}

/** What came back for one or many questions. */
export type Answers =
  | { readonly is: 'answers'; readonly sets: readonly AnsweredSet[] }
  /** A 999 or a TA1 that turns it away: the other side could not read what was asked. */
  | { readonly is: 'turned-away' }
  /** A 999 or a TA1 that takes it: the answer comes later. */
  | { readonly is: 'taken' }
  | { readonly is: 'not-understood' }

const refusing = new Set(['R', 'M', 'W', 'X'])

/** Never throws. What is no whole 271 is no answer: half of one may leave out what matters. */
export function readAnswers(payload: Uint8Array): Answers {
  const { interchanges, findings } = readInterchanges(payload)
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))
  const answers = sets.filter(({ code }) => code === '271')
  if (answers.length > 0) {
    if (findings.some(({ severity }) => severity === 'error')) return { is: 'not-understood' }
    return { is: 'answers', sets: answers.map(({ segments }) => ({ segments, traces: tracesOf(segments) })) }
  }
  const notes = interchanges.flatMap(({ segments }) => segments.filter(({ tag }) => tag === 'TA1'))
  const verdicts = sets
    .filter(({ code }) => code === '999')
    .flatMap(({ segments }) => segments.filter(({ tag }) => tag === 'AK9' || tag === 'IK5'))
  if (notes.length === 0 && verdicts.length === 0) return { is: 'not-understood' }
  const isRefused =
    notes.some((ta1) => ta1.text(4) === 'R') || verdicts.some((verdict) => refusing.has(verdict.text(1)))
  return { is: isRefused ? 'turned-away' : 'taken' }
}

function tracesOf(segments: readonly Segment[]): readonly string[] {
  return segments.filter(({ tag }) => tag === 'TRN').map((trn) => trn.text(2))
}
