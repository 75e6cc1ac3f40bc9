import { describe, expect, test } from 'vitest'
import type { Cover } from './facts.ts'
import { answer, copay, prairie, told } from './testing/visit.ts'

describe('what is left of a year, by an answer of another one', () => {
  const share = 'EB*1**30\nEB*A**98*****.2****Y'
  const year = 'EB*C*IND*30***23*500*****Y'
  const dated = (from: string, until: string, body: string, on = '2026-11-24') =>
    answer(`DTP*291*RD8*${from}-${until}\n${body}`, on)
  const onDay = (day: string, answered: Cover['answer']) =>
    told({ date: day, covers: [{ ...prairie, answer: answered }] })

  test('holds for visits of that calendar year; in the next one anything of the whole may be left', () => {
    const answered = dated('20260101', '20271231', `${share}\n${year}\nEB*C*IND*30***29*0*****Y`)
    expect(onDay('2026-12-31', answered)).toMatchObject({ cents: { low: 2400, high: 2400 }, missing: [] })
    expect(onDay('2027-01-01', answered)).toMatchObject({
      cents: { low: 2400, high: 12_000 },
      missing: [{ fact: 'deductible-left', payer: 'Prairie' }],
    })
  })

  test('the plan has a year of its own: by its dates', () => {
    const answered = dated('20260701', '20270630', `${share}\n${year}\nEB*C*IND*30***29*0*****Y`)
    expect(onDay('2027-02-01', answered)).toMatchObject({ cents: { low: 2400, high: 2400 }, missing: [] })
    // Asked for before it began.
    const early = dated('20260701', '20270630', `${share}\n${year}\nEB*C*IND*30***29*0*****Y`, '2026-06-24')
    expect(onDay('2026-08-01', early).missing.map(({ fact }) => fact)).toContain('deductible-left')
  })

  test('a whole that was not said may be any', () => {
    const answered = dated('20260101', '20271231', `${share}\nEB*C*IND*30***29*0*****Y`)
    expect(onDay('2027-01-01', answered)).toMatchObject({
      cents: { low: 2400, high: 12_000 },
      missing: [{ fact: 'deductible-left' }],
    })
  })

  test('a maximum that was reached is not reached in the next one', () => {
    const most = 'EB*G*IND*30***23*5000*****Y\nEB*G*IND*30***29*0*****Y'
    const answered = dated('20260101', '99991231', `${share}\n${most}`)
    expect(onDay('2026-12-31', answered).cents).toEqual({ low: 0, high: 0 })
    expect(onDay('2027-01-01', answered)).toMatchObject({
      cents: { low: 0, high: 2400 },
      missing: [{ fact: 'out-of-pocket-left' }],
    })
    const left = dated('20260101', '99991231', `${share}\nEB*G*IND*30***29*0*****Y`)
    expect(onDay('2027-01-01', left)).toMatchObject({
      cents: { low: 0, high: 2400 },
      missing: [{ fact: 'out-of-pocket-left' }],
    })
  })

  test('the copay still holds, and no deductible stays none', () => {
    const answered = dated('20260101', '20271231', `${copay}\n${year}\nEB*C*IND*30***29*300*****Y`)
    expect(onDay('2027-01-01', answered)).toMatchObject({ cents: { low: 2500, high: 2500 }, missing: [] })
    const none = dated('20260101', '20271231', `${share}\nEB*C*IND*30****0*****Y\nEB*C*IND*30***29*0*****Y`)
    expect(onDay('2027-01-01', none)).toMatchObject({ cents: { low: 2400, high: 2400 }, missing: [] })
  })

  test('a code with terms of its own has its deductible anew too', () => {
    const code = 'EB*A*******.3****Y*HC:99213\nEB*C*IND*****500*****Y*HC:99213\nEB*C*IND****29*0*****Y*HC:99213'
    const answered = dated('20260101', '20271231', `EB*1**30\n${code}`)
    expect(onDay('2026-12-31', answered).cents).toEqual({ low: 3600, high: 3600 })
    expect(onDay('2027-01-01', answered)).toMatchObject({
      cents: { low: 3600, high: 12_000 },
      missing: [{ fact: 'deductible-left' }],
    })
  })
})
