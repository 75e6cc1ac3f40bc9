import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256, zeroBits } from './sha256.ts'

function hex(words: Int32Array): string {
  return [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

test('is SHA-256 for every length around the edges of its blocks', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = 'challenge.'.repeat(20).slice(0, length)
    expect(hex(sha256(text))).toBe(createHash('sha256').update(text).digest('hex'))
  }
})

test('counts leading zero bits', () => {
  expect([1, 0x0001_0000, -1].map((word) => zeroBits(Int32Array.of(word)))).toEqual([31, 15, 0])
})
