import { describe, expect, test } from 'vitest'
import { aBoard, anItem, aVisit, now } from '../testing.ts'
import { cardSignal, nextForRoom } from './card-signal.ts'

const ended = anItem('coverage', { state: 'wrong', on: '2026-10-31', what: 'Aetna' })
const consent = anItem('consent', { state: 'missing' })
const identity = anItem('identity', { state: 'missing' })
const copay = anItem('copay', { state: 'missing', amountCents: 2500 })

describe('a visit that is expected', () => {
  test('is ready although nobody was asked for identifiers or a copay yet', () => {
    expect(cardSignal(aVisit({ readiness: [identity, copay] }), now, null)).toEqual({ kind: 'ok', code: 'ready' })
  })

  test('shows what is wrong before what is missing', () => {
    expect(cardSignal(aVisit({ readiness: [consent, ended] }), now, null)).toEqual({
      kind: 'bad',
      code: 'coverage-ended',
    })
  })

  test('counts two missing things, and names a single one', () => {
    const unchecked = anItem('coverage', { state: 'missing', what: 'Aetna' })
    expect(cardSignal(aVisit({ readiness: [unchecked, consent] }), now, null)).toMatchObject({
      code: 'missing',
      count: 2,
    })
    expect(cardSignal(aVisit({ readiness: [unchecked] }), now, null)).toMatchObject({ code: 'coverage-unchecked' })
    const none = anItem('coverage', { state: 'missing' })
    expect(cardSignal(aVisit({ readiness: [none] }), now, null)).toMatchObject({ code: 'coverage-none' })
  })

  test('tells a booked interpreter from one who is here', () => {
    const readiness = [anItem('interpreter', { what: 'Linh Tran' })]
    expect(cardSignal(aVisit({ readiness }), now, null)).toEqual({ kind: 'quiet', code: 'interpreter', isHere: false })
    expect(cardSignal(aVisit({ readiness, status: 'roomed', start: now }), now, null)).toMatchObject({ isHere: true })
  })
})

describe('a visit that is here', () => {
  test('owes its copay', () => {
    const visit = aVisit({ status: 'arrived', readiness: [copay] })
    expect(cardSignal(visit, now, 'Room 3')).toEqual({ kind: 'warn', code: 'copay', cents: 2500, isMadeUp: false })
  })

  test('is next for a free room when nothing is open', () => {
    expect(cardSignal(aVisit({ status: 'arrived' }), now, 'Room 3')).toMatchObject({ code: 'next-for', room: 'Room 3' })
  })

  test('waits in a room for a clinician who runs late', () => {
    const visit = aVisit({ status: 'roomed', start: '2026-11-22T16:17:00Z' })
    expect(cardSignal(visit, now, null)).toMatchObject({ kind: 'bad', code: 'runs-late', minutes: 25 })
  })

  test('says nothing once it is with the clinician', () => {
    expect(cardSignal(aVisit({ status: 'with-clinician', readiness: [ended] }), now, null)).toBeNull()
  })

  test('still owes its copay after check-out, and nothing else', () => {
    expect(cardSignal(aVisit({ status: 'checked-out', readiness: [consent, copay] }), now, null)).toMatchObject({
      code: 'copay',
    })
    expect(cardSignal(aVisit({ status: 'checked-out', readiness: [consent] }), now, null)).toBeNull()
  })
})

describe('next for a room', () => {
  const free = [{ id: 'r3', name: 'Room 3', appointmentId: null }]

  test('whoever waits longest with nothing open', () => {
    const open = aVisit({ status: 'arrived', since: '2026-11-22T16:20:00Z', readiness: [copay] })
    const longest = aVisit({ status: 'arrived', since: '2026-11-22T16:30:00Z' })
    const latest = aVisit({ status: 'arrived', since: '2026-11-22T16:35:00Z' })
    expect(nextForRoom(aBoard([latest, open, longest], free))).toEqual({
      appointmentId: longest.appointmentId,
      room: 'Room 3',
    })
  })

  test('nobody while every room is taken, and never a video visit', () => {
    const visit = aVisit({ status: 'arrived' })
    expect(nextForRoom(aBoard([visit], [{ id: 'r3', name: 'Room 3', appointmentId: 'other' }]))).toBeNull()
    expect(nextForRoom(aBoard([aVisit({ status: 'arrived', telehealth: true })], free))).toBeNull()
  })
})
