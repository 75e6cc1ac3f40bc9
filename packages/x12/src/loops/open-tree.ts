import type { Finding } from '../finding.ts'
import { guideOf } from '../grammar/guides.ts'
import {
  EnvelopeFollower,
  type EnvelopeHandler,
  type GroupHead,
  type InterchangeHead,
  type SetHead,
} from '../read/follow-envelopes.ts'
import { type CurrentSegment, openReader, type Reader } from '../read/open-reader.ts'
import { SegmentView } from '../read/segment-view.ts'
import { LoopMatcher } from './loop-matcher.ts'

export type { GroupHead, InterchangeHead, SetHead }

export interface TreeHandler extends Required<EnvelopeHandler> {
  /** A loop of the set begins, within the one that is open. */
  enter(loop: { readonly loop: string; readonly name: string; readonly isWithoutGuide: boolean }): void
  leave(): void
  /**
   * The same object each time, valid until the handler returns.
   *
   * @param depth of its loop among those that are open, 0 being the set; null outside of sets
   */
  segment(segment: CurrentSegment, depth: number | null): void
  finding(finding: Finding): void
}

/** Tells a file that arrives in pieces by its envelopes and the loops of its guides, in constant memory: what `treeOf` gives. */
export function openTree(handler: TreeHandler): Reader {
  let matcher: LoopMatcher | null = null
  let open: string[] = []
  const close = (): void => {
    for (; open.length > 0; open.pop()) handler.leave()
    matcher = null
  }
  const follower = new EnvelopeFollower({
    beginInterchange: (head) => handler.beginInterchange(head),
    beginGroup: (head) => handler.beginGroup(head),
    beginSet(head) {
      handler.beginSet(head)
      open = []
      const guide = guideOf(head.code, head.version)
      if (!guide) {
        open.push(head.code)
        handler.enter({ loop: head.code, name: '', isWithoutGuide: true })
        return
      }
      matcher = new LoopMatcher(guide, {
        enter({ id, name }) {
          open.push(id)
          handler.enter({ loop: id, name, isWithoutGuide: false })
        },
        segment(segment, _, loop) {
          handler.segment(segment as CurrentSegment, Math.max(0, open.lastIndexOf(loop.id)))
        },
        leave() {
          open.pop()
          handler.leave()
        },
      })
    },
    endSet() {
      close()
      handler.endSet()
    },
    endGroup: () => handler.endGroup(),
    endInterchange: () => handler.endInterchange(),
  })
  const reader = openReader({
    segment(segment) {
      if (!(segment instanceof SegmentView)) return
      const where = follower.take(segment)
      if (where !== 'set') handler.segment(segment, null)
      else if (matcher) matcher.take(segment)
      else handler.segment(segment, 0)
    },
    finding: (finding) => handler.finding(finding),
  })
  return {
    write: (chunk) => reader.write(chunk),
    end() {
      reader.end()
      follower.end()
    },
  }
}
