import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { guideOf } from '../grammar/guides.ts'
import type { LoopUse, SegmentUse } from '../grammar/guide.ts'
import { LoopMatcher } from '../loops/loop-matcher.ts'
import { readInterchanges } from '../read/read-interchanges.ts'
import { SegmentView } from '../read/segment-view.ts'
import { checkSegment } from './check-segment.ts'
import { Findings } from './findings.ts'
import { isSurelyRight } from './is-surely-right.ts'

const folder = fileURLToPath(new URL('../../vectors/valid', import.meta.url))
const files = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))

const values = (
  '|A|ZZ|D8|RD8|D6|TM|20261128|20260231|20240229|19000229|20261100|2026112|0915|2460|091530|20260101-20260131|2026010120260131x' +
  '|1|-1|+1|1.5|.5|5.|1.2.3|1-2|-|.|1e3| 12|1234567890123456789|HC:99213|HC:99213:1:2:3:4:5:6:7|:|HC:|ABK:J069|A^B|^|hc|É|\u0001|A\nB'
).split('|')

interface Case {
  readonly view: SegmentView
  readonly use: SegmentUse
  readonly loop: LoopUse
}

/** Segments of a file with the use that its guide has for each. */
function casesOf(text: string): Case[] {
  const cases: Case[] = []
  for (const { groups } of readInterchanges(text).interchanges) {
    for (const { code, version, segments } of groups.flatMap(({ sets }) => sets)) {
      const guide = guideOf(code, version)
      if (!guide) continue
      const matcher = new LoopMatcher(guide, {
        enter() {},
        leave() {},
        segment(view, use, loop) {
          if (use && view instanceof SegmentView) cases.push({ view, use, loop })
        },
      })
      for (const segment of segments) matcher.take(segment)
    }
  }
  return cases
}

function countOf({ view, use, loop }: Case): number {
  let count = 0
  checkSegment(view, use, loop, new Findings(() => count++))
  return count
}

test('what is surely right is right: each element of each segment with each of these values', () => {
  let [sure, doubted] = [0, 0]
  // Uses that differ in their codes alone are looked at in the same way.
  const ofShape = new Map(files.flatMap(casesOf).map((one) => [JSON.stringify([one.use.tag, one.use.elements]), one]))
  for (const { view, use, loop } of ofShape.values()) {
    const elements = Array.from({ length: view.size }, (_, index) => view.text(index + 1))
    const wholes = [...elements, ''].flatMap((_, index) => [
      ...values.map((value) => elements.toSpliced(index, 1, value)),
      elements.toSpliced(index, 2, 'RD8', '20260101-20260231'),
    ])
    const body = wholes.map((whole) => `${[view.tag, ...whole].join('*')}~`).join('')
    const isa =
      'ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *261128*0915*^*00501*000000905*0*T*:~'
    for (const segment of readInterchanges(isa + body).interchanges[0]?.segments.slice(1) ?? []) {
      if (!(segment instanceof SegmentView)) continue
      const isSure = isSurelyRight(segment, use)
      if (isSure) sure++
      else doubted++
      if (isSure && countOf({ view: segment, use, loop }) > 0) expect.fail(`${segment.tag}*${elements.join('*')}`)
    }
  }
  expect(sure).toBeGreaterThan(1000)
  expect(doubted).toBeGreaterThan(1000)
})

test('right segments are seen to be right without text, but for the rare ones', () => {
  const cases = files.flatMap(casesOf)
  const slow = cases.filter(({ view, use }) => !isSurelyRight(view, use))
  expect(slow.length).toBeLessThan(cases.length / 20)
})
