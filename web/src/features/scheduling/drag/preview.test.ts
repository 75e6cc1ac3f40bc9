import type { KnownBeside, KnownPractice } from '@foyer/scheduling'
import { expect, test } from 'vitest'
import type { Day, DayResource, DaySession } from '../shapes.ts'
import { aDay, aHold, anAssignment, aResource, aSession, aVisit } from '../testing-day.ts'
import { preview, type PreviewRules } from './preview.ts'
import { isSame, lasting, movedTo, type Wanted, withColumn } from './wanted.ts'

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
  aResource(id, kind, { open, sessions: [session()], ...more })
const session = (more: Partial<DaySession> = {}) => aSession(at('14:00'), at('23:00'), more)

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

/** A follow-up of half an hour; the room is kept ten minutes before and after. */
function practiceOf(more: { readonly interpreters?: boolean; readonly caps?: { readonly perDay: number } } = {}) {
  const kinds = { singh: 'practitioner', weiss: 'practitioner', 'room-1': 'room', 'room-2': 'room', luz: 'interpreter' }
  const resources = Object.entries(kinds).map(([id, kind]) => ({
    id,
    kind: kind as DayResource['kind'],
    siteId: id === 'luz' ? 'far' : 'site',
    active: true,
    attributes: id === 'room-1' ? ['wheelchair'] : [],
    languages: id === 'luz' ? ['es'] : [],
    newPatientsPerDay: null,
  }))
  const roles = [
    { role: 'clinician', kind: 'practitioner' as const, candidates: [] },
    ...(more.interpreters
      ? [{ role: 'interpreter', kind: 'interpreter' as const, candidates: [] }]
      : [{ role: 'room', kind: 'room' as const, candidates: [], phase: 'room' }]),
  ]
  const type = {
    id: 'follow-up',
    durationMinutes: 30,
    bufferAfterMinutes: 0,
    forNewPatients: false,
    rules: {
      phases: [{ name: 'room', offsetMinutes: -10, durationMinutes: 50 }],
      ...(more.caps ? { caps: more.caps } : {}),
    },
    roles,
  }
  const known: KnownPractice = {
    visitTypes: new Map([[type.id, type]]),
    resources: new Map(resources.map((one) => [one.id, one])),
    zones: new Map([['site', 'America/Chicago']]),
  }
  return known
}
const rules: PreviewRules = { now: at('13:00'), practice: practiceOf(), may: () => true }
const seenOn = (on: Day, wanted: Wanted, more: Partial<PreviewRules> = {}, beside: readonly KnownBeside[] = []) =>
  preview({ days: [on], beside }, mine, wanted, { ...rules, ...more })
const verdicts = (wanted: Wanted, on: Day = day) =>
  Object.fromEntries(seenOn(on, wanted).roles.map(({ role, verdict }) => [role, verdict.kind]))

test('moved in time, every role goes along and says what it meets', () => {
  const wanted = movedTo(mine, at('17:00'))
  expect(wanted.assignments.map(({ start, end }) => [start, end])).toEqual([
    [at('17:00'), at('17:30')],
    [at('16:50'), at('17:40')],
  ])
  const seen = seenOn(day, wanted)
  expect(seen.roles[0]?.verdict).toEqual({ kind: 'free' })
  expect(seen.roles[1]?.verdict).toEqual({ kind: 'taken', initials: 'I. C.', start: at('17:00'), end: at('17:30') })
  expect([seen.isFree, seen.isHopeless]).toEqual([false, false])
})

test('a visit is never in its own way', () => {
  expect(verdicts(movedTo(mine, at('16:10')))).toEqual({ clinician: 'free', room: 'free' })
})

test('blocked, held, closed and past are told apart', () => {
  expect(verdicts(movedTo(mine, at('20:30'))).clinician).toBe('blocked')
  expect(verdicts(movedTo(mine, at('22:40'))).clinician).toBe('outside-hours')
  const inRoom2 = withColumn(movedTo(mine, at('18:00')), 'room-1', { id: 'room-2', kind: 'room' }, kindOf)
  expect(inRoom2 && verdicts(inRoom2).room).toBe('held')
  expect(seenOn(day, movedTo(mine, at('12:00')))).toMatchObject({ isPast: true, isHopeless: true })
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
  const over = seenOn(withSessions([session({ overbook: 1 })]), onTheirs)
  expect([over.isFree, over.isHopeless, over.mayOverride]).toEqual([false, false, ['overbook']])
  const notAllowed = seenOn(withSessions([session({ overbook: 1 })]), onTheirs, { may: () => false })
  expect(notAllowed.mayOverride).toEqual([])
})

test('the person’s own other visit is in the way', () => {
  const other = visit('other', 'Nguyen', ['clinician', 'weiss', '19:00', '19:30'])
  const seen = seenOn({ ...day, appointments: [mine, other] }, movedTo(mine, at('19:10')))
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

test('the caps of a day stand beside the roles, with what is booked and what others hold', () => {
  const full = seenOn(day, movedTo(mine, at('15:00')), { practice: practiceOf({ caps: { perDay: 2 } }) })
  expect(full.rules).toMatchObject([{ rule: 'cap', of: 'day', most: 2, booked: 2 }])
  expect([full.isFree, full.isHopeless, full.mayOverride]).toEqual([false, false, ['cap']])
  expect(seenOn(day, movedTo(mine, at('15:00')), { practice: practiceOf({ caps: { perDay: 3 } }) }).isFree).toBe(true)
})

test('an interpreter of another site: not known until it was asked for, then by their hours there and the language', () => {
  const practice = practiceOf({ interpreters: true })
  const spoken = (language: string) => {
    const asked = visit(
      'mine',
      'Nguyen',
      ['clinician', 'singh', '16:00', '16:30'],
      ['interpreter', 'luz', '16:00', '16:30'],
    )
    return { ...asked, patient: { ...asked.patient, language } }
  }
  const seen = (start: string, language: string, beside: readonly KnownBeside[]) => {
    const carried = spoken(language)
    const wanted = movedTo(carried, at(start))
    const { roles, isFree } = preview({ days: [day], beside }, carried, wanted, { ...rules, practice })
    return [roles[1]?.verdict, isFree]
  }
  expect(seen('17:00', 'es', [])).toEqual([{ kind: 'unknown' }, false])
  const beside: KnownBeside = {
    date: day.date,
    patient: null,
    elsewhere: [],
    resources: [
      {
        id: 'luz',
        lanes: 1,
        sessions: [session({ start: at('15:00'), end: at('20:00') })],
        taken: [{ start: at('17:10'), end: at('17:40'), lane: 0, of: 'other' }],
      },
    ],
  }
  expect(seen('17:00', 'es', [beside])).toEqual([
    { kind: 'taken', initials: null, start: at('17:10'), end: at('17:40') },
    false,
  ])
  expect(seen('18:00', 'es', [beside])).toEqual([{ kind: 'free' }, true])
  expect(seen('18:00', 'vi', [beside])).toEqual([{ kind: 'language' }, false])
  // Their site closes at two there.
  expect(seen('20:00', 'es', [{ ...beside, resources: [] }])[0]).toEqual({ kind: 'unknown' })
  expect(seen('21:30', 'es', [beside])[0]).toEqual({ kind: 'outside-hours' })
})

test('one’s own hold is in nobody’s way who is them, nor is one that has run out', () => {
  const onRoom = withColumn(movedTo(mine, at('18:00')), 'room-1', { id: 'room-2', kind: 'room' }, kindOf)
  const holding = (more: object): Day => ({ ...day, holds: day.holds.map((one) => ({ ...one, ...more })) })
  expect(onRoom && verdicts(onRoom, holding({ isOwn: true })).room).toBe('free')
  expect(onRoom && verdicts(onRoom, holding({ expiresAt: at('12:59') })).room).toBe('free')
})
