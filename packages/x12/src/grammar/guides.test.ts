import { expect, test } from 'vitest'
import type { LoopUse } from './guide.ts'
import { guideOf, knownGuides } from './guides.ts'

function idsOf(loop: LoopUse): string[] {
  return [loop.id, ...loop.parts.flatMap((part) => (part.kind === 'loop' ? idsOf(part) : []))]
}

test.each(knownGuides())('$set $guide can be followed', ({ set, guide }) => {
  const found = guideOf(set, guide)
  expect(found?.root.parts.at(-1)).toMatchObject({ tag: 'SE' })
  expect(found?.loops.length).toBeGreaterThan(0)
})

test('loops written as others have their parts, under their own letter', () => {
  const ids = idsOf(guideOf('271', '005010X279A1')?.root ?? expect.fail())
  expect(ids.filter((id) => id.endsWith('D'))).toEqual(['2000D', '2100D', '2110D', '2115D', '2120D'])
  const claims = idsOf(guideOf('837', '005010X223A3')?.root ?? expect.fail())
  expect(claims.filter((id) => id === '2300')).toHaveLength(2)
  expect(claims).toContain('2010CA')
})

test('a version is told from another of the same set', () => {
  expect(guideOf('277', '005010X214')?.name).not.toBe(guideOf('277', '005010X212')?.name)
  expect(guideOf('837', '005010X222A2')).toBe(guideOf('837', '005010X222A1'))
  expect(guideOf('837', '004010X098A1')).toBeNull()
})
