import type { eligibility, Query, Reply } from '@foyer/contract'
import { type LoopTree, readInterchanges, type Segment, treeOf, validateSet } from '@foyer/x12'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { findCheck } from '../store.ts'

type Spec = typeof eligibility.readRawCheck
type Row = Reply<Spec>['segments'][number]

/** Also of a batch, where it holds other people, only the set that is about this question. */
export async function readRawCheck(
  ctx: Ctx,
  { patientId, checkId }: { readonly patientId: string; readonly checkId: string },
  { side }: Query<Spec>,
): Promise<Reply<Spec>> {
  ctx.touch(patientId, checkId)
  const row = await findCheck(ctx.db, patientId, checkId)
  if (!row) throw new Problem('not-found')
  const text = side === 'request' ? row.request : row.response
  if (text === null) return { text: null, segments: [], findings: [] }
  const { interchanges } = readInterchanges(text)
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))
  const own = sets.find(({ segments }) => segments.some((one) => one.tag === 'TRN' && one.text(2) === row.trace))
  const set = own ?? (sets.length === 1 ? sets[0] : undefined)
  if (!set) return { text: sets.length > 1 ? null : text, segments: [], findings: [] }
  const shown = set.segments.map(textOf)
  return {
    text: sets.length > 1 ? shown.join('~\n') : text.replaceAll('~', '~\n'),
    segments: [...rowsOf(treeOf(set), 0)],
    findings: validateSet(set).map(({ severity, position, sentence }) => ({
      severity,
      segment: position.segment,
      sentence,
    })),
  }
}

function textOf(segment: Segment): string {
  return [segment.tag, ...Array.from({ length: segment.size }, (_, at) => segment.text(at + 1))].join('*')
}

function* rowsOf(tree: LoopTree, depth: number): Generator<Row> {
  for (const segment of tree.segments)
    yield {
      number: segment.position.segment,
      tag: segment.tag,
      text: textOf(segment),
      loop: tree.loop,
      depth,
    }
  for (const child of tree.children) yield* rowsOf(child, depth + 1)
}
