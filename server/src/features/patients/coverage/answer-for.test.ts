import { expect, test } from 'vitest'
import { answerFor, type AnswerRow } from './answer-for.ts'

const visit = { appointmentId: 'v-1', date: '2026-12-04', timeZone: 'America/Chicago' }
const copay = { lowCents: 3000, highCents: 3000, isMet: false }
const row = (more: Partial<AnswerRow> = {}): AnswerRow => ({
  service_date: '2026-12-04',
  appointment_id: 'v-1',
  outcome: 'active',
  answered_at: '2026-12-03T03:00:00+00:00',
  copay_said: copay,
  is_sandbox: false,
  ...more,
})

test('an answer about the day of the visit, dated by the clock of the site', () => {
  expect(answerFor([row()], visit, null)).toEqual({ says: 'active', on: '2026-12-02', copay, isMadeUp: false })
})

test('none about the day of the visit is none', () => {
  expect(answerFor([row({ service_date: '2026-12-03' })], visit, null)).toBeNull()
  expect(answerFor([], visit, null)).toBeNull()
})

test('the newest of the day says whether it is active; the copay is of this visit', () => {
  const newer = row({ appointment_id: 'v-2', outcome: 'inactive', answered_at: '2026-12-03T05:00:00+00:00' })
  expect(answerFor([newer, row()], visit, null)).toMatchObject({ says: 'inactive', copay })
  expect(answerFor([row({ appointment_id: 'v-2' })], visit, null)).toMatchObject({ says: 'active', copay: null })
})

test('whoever looked after a no knows better; a yes stays one', () => {
  const looked = '2026-12-03T04:00:00+00:00'
  expect(answerFor([row({ outcome: 'inactive' })], visit, looked)).toMatchObject({ says: 'unclear' })
  expect(answerFor([row()], visit, looked)).toMatchObject({ says: 'active' })
  expect(answerFor([row({ outcome: 'not-found' })], visit, null)).toMatchObject({ says: 'unclear' })
})
