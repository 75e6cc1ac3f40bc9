import type { CompiledGuide } from '../grammar/compile.ts'
import { guideOf, isKnownSet } from '../grammar/guides.ts'
import { startOf } from '../loops/frame.ts'
import { LoopMatcher } from '../loops/loop-matcher.ts'
import type { Position } from '../position.ts'
import { tagCode } from '../read/tag.ts'
import { SegmentView } from '../read/segment-view.ts'
import type { Segment } from '../segment.ts'
import type { Balance } from './balance.ts'
import { balanceOf } from './balance-of.ts'
import { checkPlace } from './check-place.ts'
import { checkSegment } from './check-segment.ts'
import type { Findings, Found } from './findings.ts'
import { Hierarchy } from './hierarchy.ts'
import { isSurelyRight } from './is-surely-right.ts'
import { brokenBy, isBroken, triggerOf } from './judge-situations.ts'
import { structureFinding } from './structure-finding.ts'

const [hl, n4, st] = ['HL', 'N4', 'ST'].map(tagCode)

/** Checks one set after the other, segment by segment, and keeps nothing of those that have passed. */
export class SetChecker {
  readonly #findings: Findings
  #matcher: LoopMatcher | null = null

  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** @param version ST03, or where that is empty GS08 */
  begin(st: Segment, version: string): void {
    const code = st.text(1).trim()
    const guide = guideOf(code, version)
    this.#findings.current = st
    this.#matcher = guide ? this.#follow(guide) : null
    if (!guide) this.#findings.add(noGuide(st, code, version))
    else if (version !== version.toUpperCase()) this.#findings.add(lowerCase(st))
    this.#matcher?.take(st)
  }

  take(segment: Segment): void {
    this.#findings.current = segment
    this.#matcher?.take(segment)
  }

  /** @param position of what came behind the last segment, or of that one */
  end(position: Position): void {
    this.#findings.current = null
    this.#matcher?.end(position)
    this.#matcher = null
  }

  #follow(guide: CompiledGuide): LoopMatcher {
    const findings = this.#findings
    const hierarchy = new Hierarchy(guide.levels, findings)
    const balance: Balance | null = balanceOf(guide, findings)
    const matcher = new LoopMatcher(guide, {
      enter() {},
      segment(segment, use, loop) {
        const view = segment instanceof SegmentView ? segment : null
        const code = view ? view.code : tagCode(segment.tag)
        const isLowerCase = code === st && segment.text(3) !== segment.text(3).toUpperCase()
        if (use && !isLowerCase && !(view && isSurelyRight(view, use))) checkSegment(segment, use, loop, findings)
        if (code === hl) hierarchy.take(segment, loop.id)
        if (code === n4) checkPlace(segment, loop.id, findings)
        balance?.segment(segment, code, loop.id)
      },
      leave(frame) {
        balance?.leave(frame.loop.id)
        if (frame.loop.index === 0) hierarchy.end()
        const { index, isJudged } = frame.loop
        if (!isJudged || (!frame.hasTrigger && guide.judgedByOwn[index])) return
        for (const situation of guide.situationsByLoop[index] ?? []) {
          if (!isBroken(situation, guide, matcher.frames, matcher.depth)) continue
          const broken = brokenBy(situation, guide, matcher.frames, matcher.depth)
          if (!broken) continue
          const { tag, loop, element, component, report } = broken
          findings.add({
            level: 4,
            position: broken.position ?? startOf(frame),
            tag,
            ...(element === null ? {} : { element }),
            ...(component === null ? {} : { component }),
            loop: loop.id,
            code: 'situation',
            sentence: situation.says,
            report,
            trigger: triggerOf(situation, guide, matcher.frames, matcher.depth),
          })
        }
      },
      fault(fault, loop, position, tag) {
        // The envelope tells of it.
        if (fault.kind === 'missing' && tag === 'SE') return
        findings.add(structureFinding(fault, loop, position, tag))
      },
    })
    return matcher
  }
}

/** Nothing is known of such a set but its segments, so an acknowledgement says that it is not supported (IK502 1, I6). */
function noGuide(st: Segment, code: string, version: string): Found {
  const known = /^[A-Z0-9]{1,12}$/i.test(version) ? ` ${version}` : ''
  const isOlder = version.startsWith('004010')
  const sentence = isOlder
    ? 'This set is of version 4010: it is read as segments and not checked by a guide.'
    : `The guide${known} of this set is not described here: it is read as segments and not checked further.`
  const kind = /^\d{3}$/.test(code) ? code : 'ST'
  return {
    severity: 'note',
    level: 2,
    position: st.position,
    tag: 'ST',
    code: isOlder ? 'older-version' : 'no-guide',
    sentence: sentence.replace('This set', `This ${kind}`),
    report: ['IK502', isKnownSet(code) ? 'I6' : '1'],
  }
}

/** Names of guides are in capital letters (ST03, GS08). */
function lowerCase(st: Segment): Found {
  const sentence = 'The guide of this set (ST03, GS08) is named in lower case; it is written in capital letters.'
  const element = st.text(3) === '' ? {} : { element: 3 }
  const common = { severity: 'warning', level: 1, position: st.position, tag: 'ST', ...element } as const
  return { ...common, code: 'lower-case', sentence, report: ['IK502', '19'] }
}
