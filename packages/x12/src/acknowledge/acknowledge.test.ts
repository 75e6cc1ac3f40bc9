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

test('what is missing in a situation is told with what asks for it', () => {
  const answerToFile = (name: string): string[] | undefined =>
    answerTo(readFileSync(new URL(`../../vectors/invalid/${name}.situation.x12`, import.meta.url), 'utf8'))[0]
  expect(answerToFile('837p')?.slice(3, -3)).toEqual(['IK3*CLM*19*2300*I6', 'CTX*SITUATIONAL TRIGGER*CLM*19*2300*5:3'])
  const ofPayment = answerToFile('835')?.find((segment) => segment.startsWith('CTX'))
  expect(ofPayment).toBe('CTX*SITUATIONAL TRIGGER*BPR*2**4*591')
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
