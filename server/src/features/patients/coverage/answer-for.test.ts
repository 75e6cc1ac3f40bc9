import { verificationOf } from '@foyer/coverage'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerFor, type AnswerRow } from './answer-for.ts'

const visit = { appointmentId: 'v-1', visitTypeId: 't-1', date: '2026-12-04', timeZone: 'America/Chicago' }
const copay = { lowCents: 3000, highCents: 3000, isMet: false }
const row = (more: Partial<AnswerRow> = {}): AnswerRow => ({
  service_date: '2026-12-04',
  appointment_id: 'v-1',
  visit_type_id: 't-1',
  outcome: 'active',
  answered_at: '2026-12-03T03:00:00+00:00',
  copay_said: copay,
  is_sandbox: false,
  checked_source: null,
  ...more,
})

test('an answer about the day of the visit, dated by the clock of the site', () => {
  expect(answerFor([row()], visit, null)).toEqual({ says: 'active', on: '2026-12-02', copay, isMadeUp: false })
})

test('none about the month of the visit is none', () => {
  expect(answerFor([row({ service_date: '2026-11-30' })], visit, null)).toBeNull()
  expect(answerFor([row({ service_date: '2027-01-04', outcome: 'inactive' })], visit, null)).toBeNull()
  expect(answerFor([], visit, null)).toBeNull()
})

test('a visit of a series goes by the answer about the one a week before, its copay too', () => {
  const weekBefore = row({ service_date: '2026-12-01', appointment_id: 'v-0' })
  expect(answerFor([weekBefore], visit, null)).toMatchObject({ says: 'active', copay })
  expect(answerFor([{ ...weekBefore, outcome: 'inactive' }], visit, null)).toMatchObject({ says: 'inactive' })
  // What another kind of visit costs is not what this one does.
  expect(answerFor([{ ...weekBefore, visit_type_id: 't-2' }], visit, null)).toMatchObject({
    says: 'active',
    copay: null,
  })
})

const outcomes = ['active', 'inactive', 'unclear', 'not-found'] as const

test('check-in counts as good exactly what the list of coming visits does', () => {
  const civil = fc.date({
    min: new Date('2026-10-01T00:00:00Z'),
    max: new Date('2027-02-28T00:00:00Z'),
    noInvalidDate: true,
  })
  const day = civil.map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, fc.constantFrom(...outcomes), (date, serviceDate, outcome) => {
      const listed = verificationOf(date, { state: 'answered', outcome, serviceDate, plan: null }, null)
      const found = answerFor([row({ service_date: serviceDate, outcome })], { ...visit, date }, null)
      expect(found?.says === 'active').toBe(listed === 'verified')
    }),
  )
})

test('the newest says whether it is active; the copay is of this visit', () => {
  const newer = row({ appointment_id: 'v-2', outcome: 'inactive', answered_at: '2026-12-03T05:00:00+00:00' })
  expect(answerFor([newer, row()], visit, null)).toMatchObject({ says: 'inactive', copay })
  const ofOther = row({ appointment_id: 'v-2', visit_type_id: 't-2' })
  expect(answerFor([ofOther], visit, null)).toMatchObject({ says: 'active', copay: null })
})

test('whoever looked after a no knows better; a yes stays one', () => {
  const looked = '2026-12-03T04:00:00+00:00'
  expect(answerFor([row({ outcome: 'inactive' })], visit, looked)).toMatchObject({ says: 'unclear' })
  expect(answerFor([row()], visit, looked)).toMatchObject({ says: 'active' })
  expect(answerFor([row({ outcome: 'not-found' })], visit, null)).toMatchObject({ says: 'unclear' })
})

test('what the plan does not pay for is said of this visit and its kind, until somebody at the desk looks', () => {
  const no = row({ copay_said: { ...copay, isNotCovered: true } })
  expect(answerFor([no], visit, null)).toMatchObject({ says: 'not-covered' })
  expect(answerFor([{ ...no, appointment_id: 'v-0' }], visit, null)).toMatchObject({ says: 'not-covered' })
  expect(answerFor([{ ...no, appointment_id: 'v-0', visit_type_id: 't-2' }], visit, null)).toMatchObject({
    says: 'active',
  })
  expect(answerFor([{ ...no, outcome: 'inactive' }], visit, null)).toMatchObject({ says: 'inactive' })
  const looked = '2026-12-03T04:00:00+00:00'
  expect(answerFor([{ ...no, checked_source: 'payer' }], visit, looked)).toMatchObject({ says: 'not-covered' })
  expect(answerFor([{ ...no, checked_source: 'phone' }], visit, looked)).toMatchObject({ says: 'unclear' })
})
