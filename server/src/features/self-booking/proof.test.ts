import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openKeys } from './keys.ts'
import { checkProof, newChallenge, zeroBits } from './proof.ts'

const here = openKeys('a secret for tests only, thirty-two characters', 'riverside')
const there = openKeys('a secret for tests only, thirty-two characters', 'lakeside')
const now = Date.parse('2026-11-28T10:00:00Z')

function solve(challenge: string, bits: number): number {
  for (let answer = 0; ; answer += 1)
    if (zeroBits(createHash('sha256').update(`${challenge}.${answer}`).digest()) >= bits) return answer
}

test('leading zero bits are counted over bytes', () => {
  expect([0x80, 0x01].map((byte) => zeroBits(Uint8Array.of(0, byte, 255)))).toEqual([8, 15])
  expect(zeroBits(Uint8Array.of(0, 0))).toBe(16)
})

test('a solved challenge counts for the practice that gave it, for half an hour', () => {
  const challenge = newChallenge(here.sign, now, 8)
  const answer = solve(challenge, 8)
  expect(checkProof(here.sign, now, { challenge, answer })).not.toBeNull()
  expect(checkProof(there.sign, now, { challenge, answer })).toBeNull()
  expect(checkProof(here.sign, now + 31 * 60_000, { challenge, answer })).toBeNull()
  expect(checkProof(here.sign, now - 1, { challenge, answer })).toBeNull()
})

test('neither an answer without work nor an easier challenge of one’s own counts', () => {
  const challenge = newChallenge(here.sign, now, 24)
  expect(checkProof(here.sign, now, { challenge, answer: 1 })).toBeNull()
  const easier = challenge.replace('.24.', '.0.')
  expect(checkProof(here.sign, now, { challenge: easier, answer: 1 })).toBeNull()
  expect(checkProof(here.sign, now, { challenge: '', answer: 0 })).toBeNull()
})

test('the secret of a visit names it, here only', () => {
  const id = '0190a000-0000-7000-8000-00000000000a'
  const secret = here.visitSecret(id)
  expect(here.readVisit(secret)).toBe(id)
  expect(there.readVisit(secret)).toBeNull()
  const other = here.visitSecret('0190a000-0000-7000-8000-00000000000b')
  expect(here.readVisit(`${other.split('.')[0]}.${secret.split('.')[1]}`)).toBeNull()
})
