import { expect, test } from 'vitest'
import { interchangeOf, isaOf, plain, setsOf, told } from '../testing.ts'
import { readInterchanges } from './read-interchanges.ts'

const body = ['BHT*0022*11*10001234*20261128*0915', 'EB*1*IND*30^98*MC*GOLD PLAN', 'EB*C***HM*DELUXE:PPO*29*100']

test('an interchange is read to its elements, each of which knows where it stands', () => {
  const { interchanges, findings } = readInterchanges(interchangeOf(body))
  expect(findings).toEqual([])
  const [interchange] = interchanges
  expect(interchange).toMatchObject({
    senderId: 'CLINIC',
    receiverId: 'PAYER',
    date: '261128',
    time: '0915',
    version: '00501',
    controlNumber: '000000905',
    usage: 'T',
    delimiters: { element: '*', component: ':', repetition: '^', segment: '~' },
  })
  const [set] = interchange?.groups[0]?.sets ?? []
  expect(set).toMatchObject({ code: '271', version: '005010X279A1', controlNumber: '0001' })
  expect(set?.group.functionalId).toBe('HB')
  expect(set?.segments.map(({ tag }) => tag)).toEqual(['ST', 'BHT', 'EB', 'EB', 'SE'])
  const eb = set?.segments[2]
  expect(eb?.size).toBe(5)
  expect([eb?.text(1), eb?.text(3), eb?.text(5), eb?.text(6), eb?.text(0)]).toEqual(['1', '30^98', 'GOLD PLAN', '', ''])
  expect([eb?.repetitions(3), eb?.repetitions(1), eb?.repetitions(6)]).toEqual([2, 1, 0])
  expect([eb?.part(3, 1), eb?.part(3, 1, 2), eb?.part(3, 1, 3), eb?.part(3, 2)]).toEqual(['30', '98', '', ''])
  const next = set?.segments[3]
  expect([next?.part(5, 1), next?.part(5, 2), next?.part(5, 3), next?.repetitions(2)]).toEqual(['DELUXE', 'PPO', '', 0])
  expect(eb?.position).toEqual({
    interchange: 1,
    group: 1,
    set: 1,
    segment: 3,
    offset: interchangeOf(body).indexOf('EB*1'),
  })
  expect(interchange?.segments.map(({ tag, position }) => [tag, position.segment])).toEqual([
    ['ISA', 1],
    ['IEA', 9],
  ])
})

const usual = setsOf(readInterchanges(interchangeOf(body)))

test.each([
  ['one line', interchangeOf(body, { end: '~' })],
  ['lines end by CR LF', interchangeOf(body, { end: '~\r\n' })],
  ['blanks before segments', interchangeOf(body, { end: '~\n   ' })],
  ['a line break for a terminator', interchangeOf(body, { isa: isaOf({ segment: '\n' }), end: '\n' })],
  ['CR LF for a terminator', interchangeOf(body, { isa: isaOf({ segment: '\r\n' }), end: '\r\n' })],
  ['a terminator of three bytes', interchangeOf(body, { isa: isaOf({ segment: '…\n' }), end: '…\n' })],
  ['a byte order mark', `\ufeff${interchangeOf(body)}`],
  ['lines of 80 characters', interchangeOf(body, { end: '~' }).replace(/.{80}/g, '$&\r\n')],
  ['no ISA16', interchangeOf(body, { isa: isaOf({ component: '' }) })],
  ['no ISA16, lines', interchangeOf(body, { isa: isaOf({ component: '', segment: '~\n' }), end: '~\n' })],
  ['an ISA of elements as short as they are', interchangeOf(body, { isa: isaOf().replace(/ +\*/g, '*') })],
  ['an ISA without its last but one', interchangeOf(body, { isa: isaOf().replace('*T*', '*') })],
  ['an ISA with one too many', interchangeOf(body, { isa: isaOf().replace('*T*', '*T*X*') })],
  ['trailing blanks and zeros', `${interchangeOf(body)}\u0000\u001a   \n`],
])('%s', (_, text) => {
  expect(setsOf(readInterchanges(text))).toEqual(usual)
  expect(setsOf(readInterchanges(new TextEncoder().encode(text)))).toEqual(usual)
})

test('other delimiters', () => {
  const isa = isaOf({ element: '|', repetition: '!', component: '>', segment: "'" })
  const text = isa + interchangeOf(['EB|1||30!98|A>B']).slice(106).replaceAll('*', '|').replaceAll('~', "'")
  const { interchanges, findings } = readInterchanges(text)
  expect(findings).toEqual([])
  const eb = interchanges[0]?.groups[0]?.sets[0]?.segments[1]
  expect([eb?.part(3, 1, 2), eb?.part(4, 2)]).toEqual(['98', 'B'])
})

test('tags in lower case are the same tags; values stay as they are', () => {
  const [set] = setsOf(readInterchanges(interchangeOf(['nm1*il*1*Nuñez']).replace('ISA', 'isa').replace('GS*', 'gs*')))
  expect(set?.[1]).toBe('NM1*il*1*Nuñez')
})

test('letters of UTF-8 and of Latin-1', () => {
  const text = interchangeOf(['NM1*IL*1*NUÑEZ*JOSÉ'])
  expect(setsOf(readInterchanges(text))[0]?.[1]).toBe('NM1*IL*1*NUÑEZ*JOSÉ')
  expect(setsOf(readInterchanges(Buffer.from(text, 'latin1')))[0]?.[1]).toBe('NM1*IL*1*NUÑEZ*JOSÉ')
})

test('several interchanges, each with its own delimiters, noise between and behind', () => {
  const other = interchangeOf(body, { isa: isaOf({ segment: '!', controlNumber: '000000906' }), end: '!' }).replace(
    'IEA*1*000000905',
    'IEA*1*000000906',
  )
  const text = `From: payer\n\n${interchangeOf(body)}\n-- \nsent by us\n${other}bye`
  const reading = readInterchanges(text)
  expect(setsOf(reading)).toEqual([...usual, ...usual])
  expect(reading.interchanges.map(({ position }) => position.offset)).toEqual([13, text.lastIndexOf('ISA*')])
  expect(reading.findings.map(told)).toEqual([
    'warning noise 0.0.0.0',
    'warning noise 1.0.0.9',
    'warning noise 2.0.0.9',
  ])
})

test('what cannot be an interchange is said to be none', () => {
  for (const text of ['', 'ISA', 'ISA*', 'hello', 'GS*HB*A*B~ST*271*0001~', isaOf().slice(0, 60)]) {
    const reading = readInterchanges(text)
    expect(reading.interchanges).toEqual([])
    expect(reading.findings.map(({ code }) => code)).toContain('no-interchange')
  }
})

test('a long text is whole and so is one across the blocks in which text is made', () => {
  const long = 'x'.repeat(70_000)
  const text = interchangeOf([
    `MSG*${long}*ABCDEFGHIJKLMNOPQRSTUVWXYZ`,
    ...Array.from({ length: 9000 }, (_, n) => `REF*6P*NUMBER ${n} OF MANY`),
  ])
  const set = readInterchanges(text).interchanges[0]?.groups[0]?.sets[0]
  expect(plain(set!.segments[1]!).elements).toEqual([long, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])
  expect(set!.segments.slice(2, -1).every((ref, n) => ref.text(2) === `NUMBER ${n} OF MANY`)).toBe(true)
})

test('a zero byte in a tag makes it another tag', () => {
  const [set] = setsOf(readInterchanges(interchangeOf(['S\u0000E*1'])))
  expect(set?.[1]).toBe('S\u0000E*1')
})

test('a letter of another script in a tag is not taken for the one of a tag that there is', () => {
  const { interchanges, findings } = readInterchanges(interchangeOf(['\u0143LP*1', 'SE\u0100*9']))
  expect(setsOf({ interchanges, findings })[0]?.slice(1, -1)).toEqual(['\u0143LP*1', 'SE\u0100*9'])
})
