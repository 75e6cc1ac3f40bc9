import type { eligibility, Query, Reply } from '@foyer/contract'
import { segmentWords } from '@foyer/coverage'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { findCheck } from '../store.ts'
import { storedAnswer } from '../stored-answer.ts'
import { pointedSegments } from './pointed-segments.ts'
import { isShutHolder, ownSet, textOf } from './wire.ts'
import { segmentsOfHolder } from './without-holder.ts'

type Spec = typeof eligibility.readCheckSegment

/** Minimum necessary (45 CFR 164.502(b)): only a segment that a sentence of the answer rests on, and nothing around it. */
export async function readCheckSegment(
  ctx: Ctx,
  { patientId, checkId, number }: { readonly patientId: string; readonly checkId: string; readonly number: number },
  { language }: Query<Spec>,
): Promise<Reply<Spec>> {
  ctx.touch(patientId, checkId)
  const row = await findCheck(ctx.db, patientId, checkId)
  if (!row || row.response === null || row.result === null) throw new Problem('not-found')
  if (!pointedSegments(storedAnswer(row)).has(number)) throw new Problem('not-found')
  const { set } = ownSet(row.response, row.trace)
  const segment = set?.segments.find(({ position }) => position.segment === number)
  if (!set || !segment) throw new Problem('not-found')
  const isShut = await isShutHolder(ctx, row.subscriber_patient_id)
  const kept = isShut ? segmentsOfHolder(set.segments) : new Set<number>()
  const isKept = kept.has(number)
  return {
    number,
    tag: segment.tag,
    text: textOf(segment, kept),
    elements: isKept ? [] : segmentWords(segment, language).map((one) => ({ ...one })),
    isSandbox: row.is_sandbox,
    isHolderKept: isKept,
  }
}
