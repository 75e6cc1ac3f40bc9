import { readInterchanges, type Segment, type TransactionSet } from '@foyer/x12'
import type { Ctx } from '../../../../platform/context.ts'
import { mayOpen } from '../../../patients/index.ts'

/** The set of a file that is about one question, by its trace, and all that the file holds. */
export function ownSet(
  text: string,
  trace: string | null,
): { readonly sets: readonly TransactionSet[]; readonly set: TransactionSet | undefined } {
  const { interchanges } = readInterchanges(text)
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))
  const own = sets.find(({ segments }) => segments.some((one) => one.tag === 'TRN' && one.text(2) === trace))
  return { sets, set: own ?? (sets.length === 1 ? sets[0] : undefined) }
}

export async function isShutHolder(ctx: Ctx, holderId: string | null): Promise<boolean> {
  return holderId !== null && !(await mayOpen(ctx, ctx.db, [holderId])).has(holderId)
}

/** @param kept numbers of the segments whose elements are left out */
export function textOf(segment: Segment, kept: ReadonlySet<number>): string {
  if (kept.has(segment.position.segment)) return `${segment.tag}*…`
  return [segment.tag, ...Array.from({ length: segment.size }, (_, at) => segment.text(at + 1))].join('*')
}
