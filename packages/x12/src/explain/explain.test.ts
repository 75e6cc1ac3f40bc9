import { expect, test } from 'vitest'
import words from '../../data/words.json' with { type: 'json' }
import { readInterchanges } from '../read/read-interchanges.ts'
import { interchangeOf, isaOf } from '../testing.ts'
import { explain } from './explain.ts'
import type { Language } from './code-words.ts'

function said(code: string, body: string[], language: Language = 'en'): string[] {
  return explain(readInterchanges(interchangeOf(body, { code })), language).map(({ sentence }) => sentence)
}

test('a payment tells what was paid, what was not, and who bears it', () => {
  const body = [
    'BPR*I*1080*C*CHK************20261128',
    'CLP*A1*1*1200*1080*30',
    'CAS*CO*45*90',
    'SVC*HC:99213*200*150',
    'CAS*PR*1*20**3*10',
    'LQ*HE*N130',
    'PLB*1*20261231*WO:X*5',
  ]
  expect(said('835', body)).toEqual([
    'Payment of $1,080.00 on 2026-11-28.',
    'Claim: paid as primary (1). Charged $1,200.00, paid $1,080.00, the patient owes $30.00.',
    'Adjusted on the claim, the provider may not bill it (CO): $90.00 above the contracted or allowed amount (45).',
    'Service: charged $200.00, paid $150.00.',
    'Adjusted on the service, the patient owes it (PR): $20.00 deductible (1); $10.00 copay (3).',
    "Remark: see the plan's documents for what is covered (N130).",
    'Taken from the payment as a whole: $5.00.',
  ])
  expect(said('835', body, 'es')[4]).toBe(
    'Ajuste en el servicio, lo debe el paciente (PR): $20.00 deducible (1); $10.00 copago (3).',
  )
})

test('the state of a claim, with its date and amounts', () => {
  const body = ['STC*F1:65*20261101**200*150', 'STC*A7:562:85*20261101*U*75']
  expect(said('277', body)).toEqual([
    'Paid (F1): the claim or line was paid (65), as of 2026-11-01, charged $200.00, paid $150.00.',
    'Rejected: information is not valid (A7): the NPI is wrong or missing (562), as of 2026-11-01, charged $75.00.',
  ])
  expect(said('277', body, 'es')[0]).toContain('Pagada (F1)')
})

test('an authorization, decided or not', () => {
  expect(said('278', ['HCR*A1*N77', 'DTP*036*D8*20261231'])).toEqual([
    'Authorization: certified in full (A1). It has a number.',
    'It ends on 2026-12-31.',
  ])
  expect(said('278', ['HCR*A4'], 'es')).toEqual(['Autorización: pendiente: aún sin decisión (A4).'])
})

test('an acknowledgement names the places of the errors', () => {
  expect(said('999', ['IK3*CLM*17*2300*8', 'IK4*5:2*1332*1', 'IK5*R*5', 'AK9*R*1*1*0'])).toEqual([
    'Segment 17, CLM: the segment has errors in its elements (8).',
    'CLM05-2: it is required and missing (1).',
    'The set is rejected (R).',
    'The group is rejected (R): 1 set was sent, 1 came, 0 were accepted.',
  ])
  const ta1 = `${isaOf()}TA1*000000905*261128*0915*R*018~IEA*0*000000905~`
  expect(explain(readInterchanges(ta1), 'en').map(({ sentence }) => sentence)).toEqual([
    'The file was rejected (R): the control number is not valid (018).',
  ])
})

test('why an authorization was refused, and what to do about a question that was wrong', () => {
  expect(said('278', ['HCR*A3**82', 'AAA*N**72*C'])).toEqual([
    'Authorization: not certified (A3): not medically necessary (82).',
    'The payer could not decide: the member id is missing or wrong (72). What to do: correct it and ask again (C).',
  ])
  expect(said('278', ['HCR*A3**0U', 'AAA*N**72*C'], 'es')).toEqual([
    'Autorización: no certificado (A3): falta más información del paciente (0U).',
    'El pagador no pudo decidir: falta el número de miembro o es incorrecto (72). Qué hacer: corrija y vuelva a preguntar (C).',
  ])
})

test('why an authorization was decided as it was: the codes of 005010, and those of 004010 where there is no other', () => {
  const why = (code: string) => said('278', [`HCR*A3**${code}`])[0]?.replace('Authorization: not certified (A3): ', '')
  expect(why('15')).toBe('it is outside of the area of the plan or contract (15).')
  expect(why('0F')).toBe('not medically necessary (0F).')
  expect(why('82')).toBe('not medically necessary (82).')
  expect(why('ZZ')).toBe('code ZZ.')
})

test('each sentence of a set with several people, claims or answers knows which of them it is about', () => {
  const parts = (code: string, body: string[]) =>
    explain(readInterchanges(interchangeOf(body, { code })), 'en').map(
      ({ part }) => part && Object.values(part).join(' '),
    )
  const state = 'STC*F1:65*20261101'
  const people = ['HL*1**20*1', state, 'HL*2*1*22*1', state, 'HL*3*2*23*0', state, 'HL*4*1*21*0', state]
  expect(parts('277', people)).toEqual([null, 'person 1 2', 'person 2 2', null])
  expect(parts('835', ['BPR*I*1', 'CLP*1*1*1*1', 'CLP*2*1*1*1', 'PLB*1*20261231*WO:X*5'])).toEqual([
    null,
    'claim 1 2',
    'claim 2 2',
    null,
  ])
  expect(parts('999', ['AK2*271*1', 'IK5*A', 'AK2*271*2', 'IK5*R*5', 'AK9*P*2*2*1'])).toEqual([
    'answer 1 2',
    'answer 2 2',
    null,
  ])
})

test('a code without words is named; what is no code is not', () => {
  expect(said('277', ['STC*Z9:999'])).toEqual(['Code Z9: code 999.'])
  expect(said('277', ['STC*ADALOVELACE:1'])).toEqual(['Code ?: for more, contact the payer (1).'])
})

test('every code has its words in both languages', () => {
  const entries = Object.entries(words).flatMap(([list, codes]) =>
    Object.entries(codes).map(([code, texts]) => [list, code, texts] as const),
  )
  expect(entries.length).toBeGreaterThan(250)
  for (const [list, code, texts] of entries)
    expect([list, code, texts.length, texts.every((text) => text.length > 3)]).toEqual([list, code, 2, true])
})
