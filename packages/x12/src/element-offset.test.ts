import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { elementOffset } from './element-offset.ts'
import { setOf } from './loops/testing.ts'
import { readInterchanges } from './read/read-interchanges.ts'

test('each element stands where its offset says, in bytes', () => {
  const bytes = readFileSync(new URL('../vectors/valid/837p.x12', import.meta.url))
  const file = new Uint8Array([...new TextEncoder().encode('Ωß '), ...bytes])
  const { interchanges } = readInterchanges(file)
  const segments = interchanges.flatMap(({ groups }) =>
    groups.flatMap(({ sets }) => sets.flatMap((set) => set.segments)),
  )
  expect(segments.length).toBeGreaterThan(20)
  for (const segment of segments) {
    for (let element = 1; element <= segment.size; element++) {
      const offset = elementOffset(segment, element) ?? expect.fail()
      const text = segment.text(element)
      expect(new TextDecoder().decode(file.subarray(offset, offset + text.length))).toBe(text)
      expect(file[offset - 1]).toBe(0x2a)
    }
    expect([0, segment.size + 1].map((element) => elementOffset(segment, element))).toEqual([null, null])
  }
})

test('a segment that was not read from a file has no offsets', () => {
  const [st] = setOf('271', '005010X279A1', []).segments
  expect(st && elementOffset(st, 1)).toBeNull()
})
