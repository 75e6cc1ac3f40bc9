import { guideOf } from '../grammar/guides.ts'
import type { LoopUse } from '../grammar/guide.ts'
import type { Segment } from '../segment.ts'
import { LoopMatcher } from './loop-matcher.ts'

/** A loop of a set as it was sent, with what stands in it. */
export interface LoopTree {
  /** `2100C`; the code of the set for the whole of it. */
  readonly loop: string
  readonly name: string
  /** In their order; those for which the guide has no place stand in the loop that was open. */
  readonly segments: readonly Segment[]
  readonly children: readonly LoopTree[]
}

/** What is needed of a transaction set to follow its guide. */
export interface FollowedSet {
  /** ST01: `271`. */
  readonly code: string
  /** ST03, or where that is empty GS08: `005010X279A1`. */
  readonly version: string
  readonly segments: readonly Segment[]
}

interface GrowingTree extends LoopTree {
  readonly segments: Segment[]
  readonly children: GrowingTree[]
}

/** A set by the loops of its guide. Without a guide that is described here all its segments stand in one. Never throws. */
export function treeOf(set: FollowedSet): LoopTree {
  const guide = guideOf(set.code, set.version)
  if (!guide) return { loop: set.code, name: '', segments: set.segments, children: [] }
  const open: GrowingTree[] = []
  const root = growing(guide.root)
  const matcher = new LoopMatcher(guide, {
    enter(loop) {
      const tree = open.length === 0 ? root : growing(loop)
      open.at(-1)?.children.push(tree)
      open.push(tree)
    },
    segment(segment, _, loop) {
      const tree = open.findLast((one) => one.loop === loop.id)
      ;(tree ?? root).segments.push(segment)
    },
    leave() {
      open.pop()
    },
  })
  for (const segment of set.segments) matcher.take(segment)
  return root
}

function growing({ id, name }: LoopUse): GrowingTree {
  return { loop: id, name, segments: [], children: [] }
}
