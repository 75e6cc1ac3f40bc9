import { expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { readInterchanges } from '../read/read-interchanges.ts'
import { interchangeOf } from '../testing.ts'
import { openValidator } from './open-validator.ts'
import { validate } from './validate.ts'

const body = [
  'BHT*0022*11*1*20261128*0915',
  'HL*1**20*0',
  'NM1*PR*2*PLAN*****PI*12',
  'AAA*N**42*Q',
  'ZZZ*1',
  'NM1*PR*2*PLAN*****PI*12',
]

function streamed(text: string, size: number): Finding[] {
  const found: Finding[] = []
  const validator = openValidator((finding) => void found.push(finding))
  for (let at = 0; at < text.length; at += size) validator.write(text.slice(at, at + size))
  validator.end()
  return found
}

test.each([1, 7, 1000])('pieces of %i characters are told what the whole file is', (size) => {
  const text = interchangeOf(body) + interchangeOf(body, { version: '004010X092A1' }).replace('SE*8', 'SE*9')
  const expected = validate(readInterchanges(text))
  expect(expected.length).toBeGreaterThan(3)
  const order = (findings: Finding[]) => findings.map((finding) => JSON.stringify(finding)).toSorted()
  expect(order(streamed(text, size))).toEqual(order(expected))
})

test('a set that breaks off is told of what is missing', () => {
  const text = interchangeOf(body)
  const cut = streamed(text.slice(0, text.indexOf('NM1*')), 50)
  expect(cut.map(({ code }) => code)).toEqual(expect.arrayContaining(['loop-missing', 'set-without-end']))
})
