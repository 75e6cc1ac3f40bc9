import { expect, test } from 'vitest'
import type { Day, DayResource, DaySession } from '../shapes.ts'
import { aDay, aHold, anAssignment, aResource, aSession, aVisit } from '../testing-day.ts'
import { preview, type PreviewRules } from './preview.ts'
import { isSame, lasting, movedTo, withColumn } from './wanted.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
function visit(id: string, family: string, ...places: readonly (readonly [string, string, string, string])[]) {
  return aVisit({
    id,
    family,
    assignments: places.map(([role, resourceId, start, end]) => anAssignment(role, resourceId, at(start), at(end))),
  })
}
const open = [{ start: at('14:00'), end: at('23:00'), startMinute: 480, endMinute: 1020 }]
const resource = (id: string, kind: DayResource['kind'], more: Partial<DayResource> = {}) =>
  aResource(id, kind, { open, ...more })
const session = (more: Partial<DaySession>) => aSession(at('14:00'), at('23:00'), more)

const mine = visit('mine', 'Nguyen', ['clinician', 'singh', '16:00', '16:30'], ['room', 'room-1', '15:50', '16:40'])
const theirs = visit('theirs', 'Cabral', ['clinician', 'weiss', '17:00', '17:30'], ['room', 'room-1', '17:00', '17:30'])
const day = aDay({
  resources: [
    resource('singh', 'practitioner'),
    resource('weiss', 'practitioner'),
    resource('room-1', 'room'),
    resource('room-2', 'room'),
  ],
  blocks: [{ id: 'b', resourceId: 'singh', start: at('20:00'), end: at('21:00'), reason: 'Admin' }],
  holds: [aHold('room-2', at('18:00'), at('18:30'))],
  appointments: [mine, theirs],
})
const rules: PreviewRules = {
  now: at('13:00'),
  isCandidate: (_type, role, { kind }) => role !== 'room' || kind === 'room',
}
const verdicts = (wanted: typeof mine | ReturnType<typeof movedTo>, on: Day = day) =>
  Object.fromEntries(preview(on, mine, wanted, rules).roles.map(({ role, verdict }) => [role, verdict.kind]))

test('moved in time, every role goes along and says what it meets', () => {
  const wanted = movedTo(mine, at('17:00'))
  expect(wanted.assignments.map(({ start, end }) => [start, end])).toEqual([
    [at('17:00'), at('17:30')],
    [at('16:50'), at('17:40')],
  ])
  const seen = preview(day, mine, wanted, rules)
  expect(seen.roles[0]?.verdict).toEqual({ kind: 'free' })
  expect(seen.roles[1]?.verdict).toEqual({ kind: 'taken', initials: 'I. C.', start: at('17:00'), end: at('17:30') })
  expect([seen.isFree, seen.isHopeless]).toEqual([false, false])
})

test('a visit is never in its own way', () => {
  expect(verdicts(movedTo(mine, at('16:10')))).toEqual({ clinician: 'free', room: 'free' })
})

test('blocked, held, closed and past are told apart', () => {
  expect(verdicts(movedTo(mine, at('20:30'))).clinician).toBe('blocked')
  expect(verdicts(movedTo(mine, at('22:50'))).clinician).toBe('outside-hours')
  const inRoom2 = withColumn(movedTo(mine, at('18:00')), 'room-1', { id: 'room-2', kind: 'room' }, kindOf)
  expect(inRoom2 && verdicts(inRoom2).room).toBe('held')
  expect(preview(day, mine, movedTo(mine, at('12:00')), rules)).toMatchObject({ isPast: true, isHopeless: true })
})

test('reserved for others, a break, lanes side by side, and one over them', () => {
  const withSessions = (sessions: DaySession[], lanes = 1): Day => ({
    ...day,
    resources: [resource('singh', 'practitioner'), resource('room-1', 'room', { sessions, lanes })],
  })
  const onTheirs = movedTo(mine, at('17:00'))
  const reserved = session({ visitTypeIds: ['new'], label: 'New patients', releasesAt: at('13:30') })
  expect(verdicts(movedTo(mine, at('15:00')), withSessions([reserved])).room).toBe('reserved')
  const released = session({ visitTypeIds: ['new'], releasesAt: at('12:30') })
  expect(verdicts(movedTo(mine, at('15:00')), withSessions([released])).room).toBe('free')
  const lunch = session({ kind: 'break', start: at('18:00'), end: at('19:00') })
  expect(verdicts(movedTo(mine, at('18:30')), withSessions([session({ end: at('18:00') }), lunch])).room).toBe('break')
  expect(verdicts(onTheirs, withSessions([session({ lanes: 2 })], 2)).room).toBe('free')
  expect(verdicts(onTheirs, withSessions([session({ overbook: 1 })])).room).toBe('overbook')
  expect(preview(withSessions([session({ overbook: 1 })]), mine, onTheirs, rules).isFree).toBe(true)
})

test('the person’s own other visit is in the way', () => {
  const other = visit('other', 'Nguyen', ['clinician', 'weiss', '19:00', '19:30'])
  const seen = preview({ ...day, appointments: [mine, other] }, mine, movedTo(mine, at('19:10')), rules)
  expect(seen.patientBusy).toEqual({ start: at('19:00'), end: at('19:30') })
  expect(seen.isFree).toBe(false)
})

function kindOf(id: string) {
  return day.resources.find((one) => one.id === id)?.kind
}

test('another column changes the role it was grabbed by, and that one only', () => {
  const wanted = withColumn(mine, 'singh', { id: 'weiss', kind: 'practitioner' }, kindOf)
  expect(wanted?.assignments.map(({ resourceId }) => resourceId)).toEqual(['weiss', 'room-1'])
  const room = withColumn(mine, 'singh', { id: 'room-2', kind: 'room' }, kindOf)
  expect(room?.assignments.map(({ resourceId }) => resourceId)).toEqual(['singh', 'room-2'])
  expect(withColumn(mine, 'singh', { id: 'mri', kind: 'device' }, kindOf)).toBeNull()
  expect(wanted && isSame(mine, wanted)).toBe(false)
})

test('longer: who stays to the end stays longer, a phase before it does not', () => {
  const prep = visit('prep', 'Ito', ['scan', 'mri', '16:00', '17:00'], ['nurse', 'n', '16:00', '16:15'])
  expect(lasting(prep, 75).assignments.map(({ end }) => end)).toEqual([at('17:15'), at('16:15')])
  // The room is kept until 16:40 for cleaning; that stays ten minutes after the visit.
  expect(lasting(mine, 60).assignments.map(({ end }) => end)).toEqual([at('17:00'), at('17:10')])
})

test('a session that takes so many visits is full once as many begin in it, without the visit itself', () => {
  const weiss = (capacity: number) => ({
    ...day,
    resources: day.resources.map((one) => (one.id === 'weiss' ? { ...one, sessions: [session({ capacity })] } : one)),
  })
  const wanted = withColumn(movedTo(mine, at('15:00')), 'singh', { id: 'weiss', kind: 'practitioner' }, kindOf)
  expect(wanted && verdicts(wanted, weiss(1)).clinician).toBe('full')
  expect(wanted && verdicts(wanted, weiss(2)).clinician).toBe('free')
})
