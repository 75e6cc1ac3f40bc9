import { expect, test } from 'vitest'
import { interchangeOf } from '../testing.ts'
import { totalsOf } from './totals.ts'

test('a remittance is added up', () => {
  const body = [
    'BPR*I*130.5*C*CHK',
    'CLP*A*1*200*100.25*10*12*1',
    'SVC*HC:99213*200*100.25',
    'CLP*B*1*50.5*30.25*0*12*2',
    'CLP*C*1*x*0',
  ]
  expect(totalsOf(interchangeOf(body, { code: '835' }))).toEqual({
    interchanges: 1,
    groups: 1,
    sets: 1,
    claims: 3,
    paymentCents: 13_050,
    chargedCents: 25_050,
    paidCents: 13_050,
    unreadable: 1,
    findings: [],
  })
  expect(totalsOf('nothing').findings.map(({ code }) => code)).toEqual(['noise', 'no-interchange'])
})
