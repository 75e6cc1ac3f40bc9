import { eligibility } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient, aPayer } from '../../patients/testing.ts'
import { aSite } from '../../practice/testing.ts'
import { selectCovers } from '../estimates/pricing/store.ts'
import { anAnsweredCheck } from './testing.ts'

let t: TestApp
let desk: TestClient

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-02T18:00:00Z')
  await aSite(t.riverside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

async function somebody() {
  const { db } = t.riverside
  const payerId = await aPayer(db)
  const patientId = await aPatient(db, { given: 'Ada', family: 'Okafor' })
  const coverageId = await aCoverage(db, { patient_id: patientId, payer_id: payerId, member_id: 'BL1' })
  return { patientId, coverageId, payerId }
}

/** What the card shows of it, and on which answer an estimate rests. */
async function seen({ patientId }: { patientId: string }) {
  const { body } = await desk.call(eligibility.readCoverageCards, { patientId })
  const [card] = body.cards
  const [cover] = await selectCovers(t.riverside.db, patientId)
  return { card, priced: cover?.check_id }
}

const yesterday = { askedAt: '2026-12-01T16:00:00Z', answeredAt: '2026-12-01T16:00:02Z', lines: ['EB*1**30'] }
const now = { askedAt: '2026-12-02T16:00:00Z', answeredAt: '2026-12-02T16:00:02Z' }

test.each([
  ['42', 'R'],
  ['43', 'C'],
])(
  'turned away with AAA %s the desk keeps the answer of yesterday, and sees that it was turned away and why',
  async (code, action) => {
    const who = await somebody()
    const good = await anAnsweredCheck(t.riverside.db, who, yesterday)
    const away = await anAnsweredCheck(t.riverside.db, who, { ...now, lines: [`AAA*N**${code}*${action}`] })
    const { card, priced } = await seen(who)
    expect(card).toMatchObject({ because: 'active', answer: { id: good, answeredAt: yesterday.answeredAt } })
    expect(card?.rejected).toMatchObject({ id: away, outcome: 'turned-away', askedAt: now.askedAt })
    expect(card?.rejected?.questions.map(({ text }) => text).join(' ')).not.toBe('')
    expect(priced).toBe(good)
  },
)

test('that the payer does not find the member is news: the last word stands beside the older answer', async () => {
  const who = await somebody()
  const good = await anAnsweredCheck(t.riverside.db, who, yesterday)
  const away = await anAnsweredCheck(t.riverside.db, who, { ...now, lines: ['AAA*N**75*C'] })
  const { card, priced } = await seen(who)
  expect(card).toMatchObject({ light: 'bad', because: 'not-found', answer: { id: good } })
  expect(card?.rejected).toMatchObject({ id: away, outcome: 'not-found' })
  // Nothing is promised of a plan that the payer says it does not know.
  expect(priced).toBe(away)
})

test('a good answer that came after makes an older rejection silent; a rejection alone is what is known', async () => {
  const who = await somebody()
  const first = await anAnsweredCheck(t.riverside.db, who, { ...yesterday, lines: ['AAA*N**43*C'] })
  expect((await seen(who)).card).toMatchObject({ because: 'turned-away', answer: { id: first }, rejected: null })
  const good = await anAnsweredCheck(t.riverside.db, who, { ...now, lines: ['EB*1**30'] })
  expect((await seen(who)).card).toMatchObject({ because: 'active', answer: { id: good }, rejected: null })
})

test('an answer that comes late from a batch does not take the place of one that was asked for after it', async () => {
  const who = await somebody()
  await anAnsweredCheck(t.riverside.db, who, {
    askedAt: '2026-12-02T07:00:00Z',
    answeredAt: '2026-12-02T16:30:00Z',
    lines: ['EB*1**30'],
  })
  const atOnce = await anAnsweredCheck(t.riverside.db, who, { ...now, lines: ['EB*6**30'] })
  const { card, priced } = await seen(who)
  expect(card).toMatchObject({ because: 'inactive', answer: { id: atOnce } })
  expect(priced).toBe(atOnce)
})
