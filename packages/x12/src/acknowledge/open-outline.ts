import type { Finding } from '../finding.ts'
import type { Group, Interchange, Reading, TransactionSet } from '../interchange.ts'
import { EnvelopeFollower } from '../read/follow-envelopes.ts'
import { keepSegment } from '../read/keep-segment.ts'
import type { CurrentSegment, Reader } from '../read/open-reader.ts'
import { SegmentView } from '../read/segment-view.ts'
import type { Segment } from '../segment.ts'
import { inOrder } from '../validate/validate.ts'
import { openValidator } from '../validate/open-validator.ts'

interface Outline {
  /** Its sets hold no segments but those with a code that is not allowed; its groups their GE. */
  readonly reading: Reading
  /** As `validate` gives them. */
  readonly findings: readonly Finding[]
}

type Growing<T, K extends keyof T> = Omit<T, K> & { [key in K]: T[key] extends readonly (infer E)[] ? E[] : never }

/**
 * Checks a file as it arrives and keeps of it what `acknowledge` asks for: names of interchanges, groups and sets, and what is
 * wrong. Memory grows with the sets of a file, as the answer does, and not with what they hold.
 */
export function openOutline(): Reader & { outline(): Outline } {
  const interchanges: Growing<Interchange, 'groups' | 'segments'>[] = []
  const findings: Finding[] = []
  let group: Growing<Group, 'sets' | 'segments'> | null = null
  let set: Growing<TransactionSet, 'segments'> | null = null
  let current: Segment | null = null
  let lastKept = -1
  const follower = new EnvelopeFollower({
    beginInterchange: (head) => void interchanges.push({ ...head, groups: [], segments: [] }),
    beginGroup(head) {
      group = { ...head, sets: [], segments: [] }
      interchanges.at(-1)?.groups.push(group)
    },
    beginSet(head) {
      const interchange = interchanges.at(-1)
      if (!group || !interchange) return
      set = { ...head, segments: [], group, interchange }
      lastKept = -1
      group.sets.push(set)
    },
  })
  const see = (segment: CurrentSegment): void => {
    if (!(segment instanceof SegmentView)) return
    current = segment
    const where = follower.take(segment)
    if (where === 'group' && segment.tag === 'GE') group?.segments.push(keepSegment(segment))
  }
  const validator = openValidator((finding) => {
    findings.push(finding)
    if (finding.code !== 'code-not-allowed' || !set || !current) return
    const { position } = current
    if (position.segment === lastKept || position.segment !== finding.position.segment) return
    lastKept = position.segment
    set.segments.push(keepSegment(current))
  }, see)
  return {
    write: (chunk) => validator.write(chunk),
    end() {
      validator.end()
      follower.end()
    },
    outline: () => ({
      reading: { interchanges, findings: [] },
      findings: findings.toSorted((a, b) => inOrder(a.position, b.position)),
    }),
  }
}
