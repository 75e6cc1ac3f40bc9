import type { eligibility, Query, Reply } from '@foyer/contract'
import { type LoopTree, treeOf, validateSet } from '@foyer/x12'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { findCheck } from '../store.ts'
import { isShutHolder, ownSet, textOf } from './wire.ts'
import { segmentsOfHolder } from './without-holder.ts'

type Spec = typeof eligibility.readRawCheck
type Row = Reply<Spec>['segments'][number]

/**
 * Also of a batch, where it holds other people, only the set that is about this question. What it says of a policyholder
 * whose record the caller may not open is left out of it.
 */
export async function readRawCheck(
  ctx: Ctx,
  { patientId, checkId }: { readonly patientId: string; readonly checkId: string },
  { side }: Query<Spec>,
): Promise<Reply<Spec>> {
  ctx.touch(patientId, checkId)
  const row = await findCheck(ctx.db, patientId, checkId)
  if (!row) throw new Problem('not-found')
  const text = side === 'request' ? row.request : row.response
  const { is_sandbox: isSandbox } = row
  const isHolderKept = await isShutHolder(ctx, row.subscriber_patient_id)
  const nothing = { text: null, segments: [], findings: [], isSandbox, isHolderKept }
  if (text === null) return nothing
  const { sets, set } = ownSet(text, row.trace)
  if (!set) return { ...nothing, text: sets.length > 1 || isHolderKept ? null : text }
  const kept = isHolderKept ? segmentsOfHolder(set.segments) : new Set<number>()
  const isWhole = sets.length === 1 && !isHolderKept
  return {
    ...nothing,
    text: isWhole ? text.replaceAll('~', '~\n') : set.segments.map((one) => textOf(one, kept)).join('~\n'),
    segments: [...rowsOf(treeOf(set), 0, kept)],
    findings: validateSet(set)
      .filter(({ position }) => !kept.has(position.segment))
      .map(({ severity, position, sentence }) => ({ severity, segment: position.segment, sentence })),
  }
}

function* rowsOf(tree: LoopTree, depth: number, kept: ReadonlySet<number>): Generator<Row> {
  for (const segment of tree.segments)
    yield {
      number: segment.position.segment,
      tag: segment.tag,
      text: textOf(segment, kept),
      loop: tree.loop,
      depth,
    }
  for (const child of tree.children) yield* rowsOf(child, depth + 1, kept)
}
