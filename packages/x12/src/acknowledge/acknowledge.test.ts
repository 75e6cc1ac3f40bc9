import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readInterchanges } from '../read/read-interchanges.ts'
import { interchangeOf, setsOf } from '../testing.ts'
import { validate } from '../validate/validate.ts'
import { writeInterchange } from '../write/write-interchange.ts'
import { acknowledge } from './acknowledge.ts'

const right = ['BHT*0022*11*1*20261128*0915', 'HL*1**20*0', 'NM1*PR*2*PLAN*****PI*12']

function answerTo(text: string): string[][] {
  const reading = readInterchanges(text)
  const answers = acknowledge(reading, validate(reading), { controlNumber: 5, date: '2026-11-29', time: '07:30' })
  return answers.flatMap((answer) => {
    const { text, findings } = writeInterchange(answer)
    expect(findings).toEqual([])
    const again = readInterchanges(text ?? '')
    expect(validate(again)).toEqual([])
    return setsOf(again)
  })
}

test('a right set is accepted; the answer is itself right', () => {
  expect(answerTo(interchangeOf(right))).toEqual([
    [
      'ST*999*0001*005010X231A1',
      'AK1*HB*1*005010X279A1',
      'AK2*271*0001*005010X279A1',
      'IK5*A',
      'AK9*A*1*1*1',
      'SE*6*0001',
    ],
  ])
})

test('errors are told by segment and element, with a copy only of codes', () => {
  const [answer] = answerTo(interchangeOf([...right, `PER*IC*${'X'.repeat(70)}`, 'AAA*Q**42*C', 'ZZZ*1']))
  expect(answer?.slice(3, -2)).toEqual([
    'IK3*PER*5*2100A*8',
    'IK4*2*93*5',
    'IK3*AAA*6*2100A*8',
    'IK4*1*1073*7*Q',
    'IK3*ZZZ*7*2100A*1',
    'IK5*R*5',
  ])
  expect(answer?.at(-2)).toBe('AK9*R*1*1*0')
})

test('a sum that is not right is an error of the element that says it', () => {
  const text = readFileSync(new URL('../../vectors/invalid/837p.balance.x12', import.meta.url), 'utf8')
  expect(answerTo(text)[0]?.slice(3, -3)).toEqual(['IK3*CLM*19*2300*8', 'IK4*2*782*I12'])
})

test('of an element that is repeated the one is named and copied that is wrong', () => {
  const body = ['BHT*0022*11*1*20261128*0915', 'HL*1**20*1', 'NM1*PR*2*PLAN*****PI*12', 'HL*2*1*21*1']
  const person = ['NM1*1P*2*CLINIC*****XX*1234567893', 'HL*3*2*22*0', 'NM1*IL*1*LANE*ADA****MI*A1', 'EB*1**30^98^X1^1']
  expect(answerTo(interchangeOf([...body, ...person]))[0]?.slice(3, -3)).toEqual([
    'IK3*EB*9*2110C*8',
    'IK4*3::3*1365*7*X1',
  ])
})

test('what is missing in a situation is told with what asks for it', () => {
  const answerToFile = (name: string): string[] | undefined =>
    answerTo(readFileSync(new URL(`../../vectors/invalid/${name}.situation.x12`, import.meta.url), 'utf8'))[0]
  expect(answerToFile('837p')?.slice(3, -3)).toEqual(['IK3*REF*19*2300*I6', 'CTX*SITUATIONAL TRIGGER*CLM*19*2300*5:3'])
  const ofPayment = answerToFile('835')
  const at = ofPayment?.findIndex((segment) => segment.startsWith('CTX')) ?? -1
  expect(ofPayment?.slice(at - 2, at + 1)).toEqual([
    'IK3*BPR*2**8',
    'IK4*7*507*I9',
    'CTX*SITUATIONAL TRIGGER*BPR*2**4*591',
  ])
})

test('a set whose count is wrong is rejected with IK502 4', () => {
  const [answer] = answerTo(interchangeOf(right).replace('SE*5*0001', 'SE*6*0001'))
  expect(answer).toContain('IK5*R*4')
})

test('an interchange that asks for it, and one that is rejected, get a TA1; an acknowledgement gets none', () => {
  const options = { controlNumber: 5, date: '2026-11-29', time: '07:30' }
  const acknowledgements = (text: string) => {
    const reading = readInterchanges(text)
    return acknowledge(reading, validate(reading), options).map(({ acknowledgements, groups }) => ({
      acknowledgements,
      groups: groups.length,
    }))
  }
  const asking = interchangeOf(right).replace('*0*T*:', '*1*T*:')
  expect(acknowledgements(asking)).toEqual([
    { acknowledgements: [['TA1', '000000905', '261128', '0915', 'A', '000']], groups: 1 },
  ])
  expect(acknowledgements(interchangeOf(right).replace('IEA*1*000000905', 'IEA*1*000000906'))).toEqual([
    { acknowledgements: [['TA1', '000000905', '261128', '0915', 'R', '001']], groups: 0 },
  ])
  expect(acknowledgements(interchangeOf(right).replace('GS*HB', 'GS*FA'))).toEqual([])
})

test('however much is wrong before it, a set that is wrong is rejected, and one that is right is not', () => {
  const set = (number: number, body: readonly string[]): string => {
    const control = String(number).padStart(4, '0')
    return [`ST*271*${control}*005010X279A1`, ...body, `SE*${body.length + 2}*${control}`].join('~')
  }
  const wrong = [...right, ...Array<string>(1500).fill('ZZZ*1')]
  const bodies = [...Array.from({ length: 12 }, () => wrong), [...right, 'ZZZ*1'], right]
  const [head = '', tail = ''] = interchangeOf(right).split(/ST\*.*~\n(?=GE)/s)
  const sets = bodies.map((body, index) => `${set(index + 1, body)}~`).join('')
  const [answer] = answerTo(head + sets + tail.replace('GE*1', `GE*${bodies.length}`))
  expect(answer?.filter((segment) => segment.startsWith('IK5'))).toEqual([
    ...Array<string>(13).fill('IK5*R*5'),
    'IK5*A',
  ])
})

test('a thousand wrong counts of sets leave no set accepted that is wrong', () => {
  const sets = Array.from({ length: 1200 }, (_, index) => {
    const number = String(index + 1).padStart(4, '0')
    return `ST*271*${number}*005010X279A1~${right.join('~')}~SE*9*${number}~`
  })
  const [head = '', tail = ''] = interchangeOf(right).split(/ST\*.*~\n(?=GE)/s)
  const [answer] = answerTo(head + sets.join('') + tail.replace('GE*1', 'GE*1200'))
  expect(answer?.at(-2)).toBe('AK9*R*1200*1200*0')
})

test.each([
  ['a version before', '004010X092A1', '271', 'I6'],
  ['a guide that is not described', '009010X999', '271', 'I6'],
  ['a set that is not described', '005010X210', '275', '1'],
])('%s was not checked, and is answered as not supported', (_, version, code, error) => {
  const [answer] = answerTo(interchangeOf(right, { version, code }))
  expect(answer?.slice(2, -1)).toEqual([`AK2*${code}*0001*${version}`, `IK5*R*${error}`, 'AK9*R*1*1*0*2'])
})

test('a guide named in lower case is that guide, with a warning', () => {
  const text = interchangeOf([...right, 'zzz*1'], { version: '005010x279a1' }).replace('st*', 'ST*')
  const codes = validate(readInterchanges(text)).map(({ severity, code }) => `${severity} ${code}`)
  expect(codes).toEqual(['warning lower-case', 'error segment-unknown'])
  expect(answerTo(text)[0]).toContain('IK5*R*19*5')
})

test.each([
  ['a tag of one letter', 'BHT*', 'Z*1~\nBHT*', 'IK5*R*4*5'],
  ['a tag that is too long', 'BHT*', 'ABCDEFGH*1~\nBHT*', 'IK5*R*4*5'],
  ['a tag of other letters', 'BHT*', 'Ωß*1~\nBHT*', 'IK5*R*4*5'],
  ['a short number of the set', '0001', '1', 'AK2*271*0001*005010X279A1'],
  ['a long number of the set', '0001', '12345678901', 'AK2*271*0001*005010X279A1'],
  ['no number of the set', '0001', '', 'AK2*271*0001*005010X279A1'],
  ['a code of the set that is too long', 'ST*271', 'ST*27100', 'AK2*271*0001*005010X279A1'],
  ['a number of the group that is none', '*1*X*', '*A*X*', 'AK1*HB*0*005010X279A1'],
  ['no kind of group', 'GS*HB', 'GS*', 'AK1*HB*1*005010X279A1'],
  ['a version that is too long', '*X*005010X279A1', '*X*005010X279A1Z', 'AK1*HB*1'],
  ['a sender in a script of its own', 'GS*HB*PAYER', 'GS*HB*ΩPAYER', 'AK1*HB*1*005010X279A1'],
])('the answer to %s is itself right', (_, from, to, expected) => {
  expect(answerTo(interchangeOf(right).replaceAll(from, to))[0]).toContain(expected)
})

test('a TA1 for an interchange whose number and time are none is itself right', () => {
  const text = interchangeOf(right).replaceAll('000000905', '00000090X').replace('*261128*0915*', '*269928*9915*')
  const reading = readInterchanges(text)
  const answers = acknowledge(reading, validate(reading), { controlNumber: 5, date: '2026-11-29', time: '07:30' })
  expect(answers[0]?.acknowledgements).toEqual([['TA1', '000000000', '261129', '0730', 'R', '018']])
})

test('a group of which nobody can tell what it holds is rejected with its interchange', () => {
  const text = interchangeOf(right).replace('GS*HB', 'GS*').replace('ST*271', 'ST*')
  const reading = readInterchanges(text)
  const answers = acknowledge(reading, validate(reading), { controlNumber: 5, date: '2026-11-29', time: '07:30' })
  expect(answers.map(({ acknowledgements, groups }) => [acknowledgements?.[0]?.at(-1), groups])).toEqual([['024', []]])
})
