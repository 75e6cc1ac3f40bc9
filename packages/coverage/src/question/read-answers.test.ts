import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswers } from './read-answers.ts'

const isa = 'ISA*00*          *00*          *ZZ*HOUSE          *ZZ*RIVERSIDE      *261124*0900*^*00501*000000001*0*T*:~'

/** An interchange of these sets, or of one note about another. */
function interchange(sets: readonly string[], { of = 'HB', guide = '005010X279A1', note = '' } = {}): string {
  const group =
    sets.length === 0 ? '' : `GS*${of}*HOUSE*RIVERSIDE*20261124*0900*1*X*${guide}~${sets.join('')}GE*${sets.length}*1~`
  return `${isa}${note}${group}IEA*${sets.length === 0 ? 0 : 1}*000000001~`
}

function aSet(code: string, number: number, body: string): string {
  const control = String(number).padStart(4, '0')
  const count = body.split('~').length + 1
  return `ST*${code}*${control}*005010X279A1~${body}SE*${count}*${control}~`
}

const answer = (number: number, trace: string): string =>
  aSet('271', number, `BHT*0022*11*R${number}*20261124*0900~HL*1**20*1~HL*2*1*22*0~TRN*2*${trace}*9RIVERSIDE~`)

const read = (text: string) => readAnswers(Buffer.from(text, 'latin1'))
const note = (code: string): string => `TA1*000000001*261124*0900*${code}*000~`
const verdict = (tag: 'IK5' | 'AK9', code: string): string =>
  interchange([aSet('999', 1, `AK1*HS*1~${tag}*${code}~`)], { of: 'FA', guide: '005010X231A1' })

test('each answer with the questions that it names', () => {
  const found = read(interchange([answer(1, 'T-1'), answer(2, 'T-2')]))
  if (found.is !== 'answers') throw new Error(found.is)
  expect(found.sets.map(({ traces }) => traces)).toEqual([['T-1'], ['T-2']])
  expect(found.sets[1]?.segments.map(({ tag }) => tag)).toEqual(['ST', 'BHT', 'HL', 'HL', 'TRN', 'SE'])
})

test('an acknowledgment turns away or takes; one refusal among several is one', () => {
  expect(read(interchange([], { note: note('R') })).is).toBe('turned-away')
  expect(read(interchange([], { note: note('A') })).is).toBe('taken')
  expect(read(interchange([], { note: note('E') })).is).toBe('taken')
  for (const code of ['R', 'M', 'W', 'X']) expect(read(verdict('AK9', code)).is).toBe('turned-away')
  for (const code of ['A', 'E', 'P']) expect(read(verdict('AK9', code)).is).toBe('taken')
  expect(read(verdict('IK5', 'R')).is).toBe('turned-away')
  const both = aSet('999', 1, 'AK1*HS*1~IK5*A~IK5*R~AK9*P*2*2*1~')
  expect(read(interchange([both], { of: 'FA', guide: '005010X231A1' })).is).toBe('turned-away')
})

test('an answer beside an acknowledgment is the answer', () => {
  expect(read(interchange([answer(1, 'T-1')], { note: note('A') })).is).toBe('answers')
})

test('a page, nothing, another transaction are not understood', () => {
  for (const text of [
    '',
    '<html>busy</html>',
    interchange([]),
    interchange([aSet('277', 1, 'BHT*0085*08*1*20261124*0900~')]),
  ])
    expect(read(text).is).toBe('not-understood')
})

test('half an answer is none, wherever it was cut off', () => {
  const whole = interchange([answer(1, 'T-1')])
  // The last sign only ends the last segment.
  for (let length = 0; length < whole.length - 1; length += 1)
    expect([length, read(whole.slice(0, length)).is]).toEqual([length, 'not-understood'])
})

test('one answer of several that was left out, or a count that is wrong, is not taken for the whole', () => {
  const two = interchange([answer(1, 'T-1'), answer(2, 'T-2')])
  expect(read(two.replace(answer(2, 'T-2'), '')).is).toBe('not-understood')
  expect(read(two.replace('HL*2*1*22*0~', '')).is).toBe('not-understood')
})

test('whatever comes, nothing is thrown', () => {
  const whole = Buffer.from(interchange([answer(1, 'T-1')]), 'latin1')
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readAnswers(bytes)))
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), (at, bytes) => {
      const spoiled = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)])
      readAnswers(spoiled)
    }),
  )
})
