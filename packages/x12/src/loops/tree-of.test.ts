import { expect, test } from 'vitest'
import { setOf } from './testing.ts'
import { type LoopTree, treeOf } from './tree-of.ts'

const version = '005010X279A1'
const source = ['BHT*0022*11*1*20261128*0915', 'HL*1**20*1', 'NM1*PR*2*PLAN*****PI*1']
const receiver = ['HL*2*1*21*1', 'NM1*1P*2*CLINIC*****XX*1234567893']
const subscriber = ['HL*3*2*22*1', 'NM1*IL*1*LANE*ADA****MI*A1']
const dependent = ['HL*4*3*23*0', 'TRN*2*1*9123456789', 'NM1*03*1*LANE*BO', 'DMG*D8*20190102*M']
const specialist = ['EB*B**98', 'LS*2120', 'NM1*P3*1*ROE', 'PER*IC**TE*5555550100', 'LE*2120']

/** `2100C NM1 DMG (2110C EB)`: segments by their tags, loops within in parentheses. */
function shown({ loop, segments, children }: LoopTree): string {
  return [loop, ...segments.map(({ tag }) => tag), ...children.map((child) => `(${shown(child)})`)].join(' ')
}

function shownOf(...body: string[]): string {
  return shown(treeOf(setOf('271', version, body)))
}

test('each level of the hierarchy stands in the one above it, and a loop ends where the next begins', () => {
  expect(shownOf(...source, ...receiver, ...subscriber, 'EB*1**30', ...dependent, ...specialist, 'EB*C**30')).toBe(
    '271 ST BHT SE (2000A HL (2100A NM1) (2000B HL (2100B NM1) (2000C HL (2100C NM1 (2110C EB)) (2000D HL TRN ' +
      '(2100D NM1 DMG (2110D EB LS LE (2120D NM1 PER)) (2110D EB))))))',
  )
})

test('a second subscriber begins beside the first, a second source beside the source', () => {
  expect(shownOf(...source, ...receiver, ...subscriber, 'EB*1', ...subscriber, 'HL*9**20*0', 'NM1*PR*2*OTHER')).toBe(
    '271 ST BHT SE (2000A HL (2100A NM1) (2000B HL (2100B NM1) (2000C HL (2100C NM1 (2110C EB))) (2000C HL (2100C NM1))))' +
      ' (2000A HL (2100A NM1))',
  )
})

test('the same tag is told apart by its code: an AAA belongs to the loop that is open', () => {
  expect(shownOf(...source, ...receiver, 'AAA*N**43*C')).toContain('(2100B NM1 AAA)')
  expect(shownOf(...source, 'AAA*N**42*R', ...receiver)).toContain('(2100A NM1 AAA)')
})

test('what the guide has no place for stays in the loop that was open, and nothing is lost', () => {
  expect(shownOf(...source, 'ZZZ*1', ...receiver)).toContain('(2100A NM1 ZZZ) (2000B')
  expect(shownOf('EB*1**30', 'ZZZ')).toBe('271 ST EB ZZZ SE')
})

test('a set whose guide is not described is one loop with all its segments', () => {
  const tree = treeOf(setOf('271', '004010X092A1', source))
  expect(shown(tree)).toBe('271 ST BHT HL NM1 SE')
})
