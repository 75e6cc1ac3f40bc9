import { expect, test } from 'vitest'
import { aBoard, anItem, aVisit, now } from '../arrival/testing.ts'
import { nowItems } from './now-list.ts'

const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
const ended = anItem('coverage', { state: 'wrong', on: '2026-10-31', what: 'Aetna' })
const consent = anItem('consent', { state: 'missing' })
const copay = anItem('copay', { state: 'missing', amountCents: 2500 })
const reasons = (...visits: Parameters<typeof aBoard>[0]) => nowItems(aBoard(visits), now).map((item) => item.reason)

test('nothing to do for a day on which all is well', () => {
  expect(reasons(aVisit(), aVisit({ status: 'arrived', since: at(-5) }), aVisit({ status: 'checked-out' }))).toEqual([])
})

test('what is wrong counts four hours ahead, what is missing one', () => {
  expect(reasons(aVisit({ start: at(239), readiness: [ended] }))).toEqual(['coverage-ended'])
  expect(reasons(aVisit({ start: at(241), readiness: [ended] }))).toEqual([])
  expect(reasons(aVisit({ start: at(59), readiness: [consent] }))).toEqual(['prepare'])
  expect(reasons(aVisit({ start: at(61), readiness: [consent] }))).toEqual([])
})

test('somebody is late from ten minutes on, whatever else is missing', () => {
  expect(reasons(aVisit({ start: at(-9) }))).toEqual([])
  expect(reasons(aVisit({ start: at(-10), readiness: [ended] }))).toEqual(['not-here'])
})

test('waits count after 15 minutes at the desk and 20 in a room', () => {
  expect(reasons(aVisit({ status: 'arrived', since: at(-15) }))).toEqual([])
  expect(reasons(aVisit({ status: 'arrived', since: at(-16) }))).toEqual(['waits'])
  expect(reasons(aVisit({ status: 'roomed', since: at(-20) }))).toEqual([])
  expect(reasons(aVisit({ status: 'roomed', since: at(-21) }))).toEqual(['waits-in-room'])
})

test('a copay is due when the patient is here, not before', () => {
  expect(reasons(aVisit({ start: at(5), readiness: [copay] }))).toEqual([])
  expect(reasons(aVisit({ status: 'arrived', since: at(-3), readiness: [copay] }))).toEqual(['copay'])
})

test('one item a visit, with the rest named', () => {
  const [item] = nowItems(aBoard([aVisit({ start: at(18), readiness: [ended, consent] })]), now)
  expect(item).toMatchObject({ reason: 'coverage-ended', kind: 'bad', also: [{ code: 'consent' }] })
})

test('a free room is named where it would help', () => {
  const rooms = [{ id: 'r3', name: 'Room 3', appointmentId: null }]
  const waiting = aVisit({ status: 'arrived', since: at(-16) })
  expect(nowItems(aBoard([waiting], rooms), now)[0]).toMatchObject({ freeRoom: 'Room 3', minutes: 16 })
  expect(nowItems(aBoard([{ ...waiting, telehealth: true }], rooms), now)[0]?.freeRoom).toBeNull()
})

test('most urgent first; who is long overdue comes after those who are here', () => {
  const gone = aVisit({ appointmentId: 'gone', start: at(-45) })
  const late = aVisit({ appointmentId: 'late', start: at(-12) })
  const waits = aVisit({ appointmentId: 'waits', status: 'arrived', since: at(-17) })
  const soon = aVisit({ appointmentId: 'soon', start: at(18), readiness: [ended] })
  const items = nowItems(aBoard([gone, soon, waits, late]), now)
  expect(items.map((item) => item.visit.appointmentId)).toEqual(['late', 'waits', 'soon', 'gone'])
})
