import type { KnownPractice } from '@foyer/scheduling'
import { expect, test } from 'vitest'
import { lastsForDays } from '../grid/lasts-for-days.ts'
import { aDay, aGroup, aHold, anAssignment, aResource, aSession, aVisit } from '../testing-day.ts'
import { groupLoad, type Load, placeOfLoad, stopIdOf } from './load.ts'
import { previewLoad } from './preview-load.ts'
import type { PreviewRules } from './preview.ts'
import { closedIn, movedTo } from './wanted.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
const open = [{ start: at('14:00'), end: at('23:00'), startMinute: 480, endMinute: 1020 }]
const of = (id: string, kind: 'practitioner' | 'room' = 'practitioner') =>
  aResource(id, kind, { open, sessions: [aSession(at('14:00'), at('23:00'))] })

const lead = anAssignment('clinician', 'singh', at('16:00'), at('17:00'))
const group = aGroup(lead, { taken: 2, visitTypeId: 'class' })
const seated = (id: string, family: string) =>
  aVisit({ id, family, groupSessionId: 'group', assignments: [], start: at('16:00'), end: at('17:00') })
const busy = aVisit({
  id: 'elsewhere',
  family: 'Cabral',
  assignments: [anAssignment('clinician', 'weiss', at('19:00'), at('19:30'))],
})
const block = { id: 'b', resourceId: 'weiss', start: at('20:00'), end: at('21:00'), reason: 'Admin' }
const day = aDay({
  resources: [of('singh'), of('weiss')],
  blocks: [block, { ...block, resourceId: 'singh' }],
  holds: [aHold('weiss', at('18:00'), at('18:30'))],
  groups: [group],
  appointments: [seated('one', 'Fox'), seated('two', 'Cabral'), busy],
})
const practice: KnownPractice = {
  visitTypes: new Map([
    [
      'class',
      {
        id: 'class',
        durationMinutes: 60,
        bufferAfterMinutes: 0,
        forNewPatients: false,
        rules: { seats: 8 },
        roles: [{ role: 'clinician', kind: 'practitioner', candidates: [] }],
      },
    ],
  ]),
  resources: new Map(
    ['singh', 'weiss'].map((id) => [
      id,
      {
        id,
        kind: 'practitioner',
        siteId: 'site',
        active: true,
        attributes: [],
        languages: [],
        newPatientsPerDay: null,
      },
    ]),
  ),
  zones: new Map([['site', 'America/Chicago']]),
}
const rules: PreviewRules = { now: at('13:00'), practice, may: () => true }
const seen = (load: Load, wanted = placeOfLoad(load)) => previewLoad({ days: [day], beside: [] }, load, wanted, rules)
const closed: Load = { kind: 'block', block }
const closedAt = (start: string) => seen(closed, movedTo(placeOfLoad(closed), at(start)))

test('closed time is in nobody’s way but that of what stands there, named by initials alone', () => {
  expect(seen(closed).isFree).toBe(true)
  expect(closedAt('14:00').roles[0]?.verdict).toEqual({ kind: 'free' })
  expect(closedAt('18:45').roles[0]?.verdict).toEqual({
    kind: 'taken',
    initials: 'I. C.',
    start: at('19:00'),
    end: at('19:30'),
  })
  expect(closedAt('17:15').roles[0]?.verdict).toEqual({ kind: 'held', by: 'Sam' })
  expect(closedAt('18:15').roles[0]?.verdict).toEqual({
    kind: 'several',
    count: 2,
    start: at('18:00'),
    end: at('19:30'),
  })
})

test('hours and the past do not matter to closed time; other closed time does, also of the same block', () => {
  expect(closedAt('03:00')).toMatchObject({ isFree: true, isPast: false })
  const theirs = closedIn(placeOfLoad(closed), { id: 'singh', kind: 'practitioner' })
  expect(seen(closed, theirs).roles[0]?.verdict).toEqual({ kind: 'blocked', reason: 'Admin' })
  expect(seen(closed, closedIn(theirs, { id: 'far', kind: 'room' })).roles[0]?.verdict).toEqual({ kind: 'unknown' })
})

test('a group is not in its own way, meets what a visit would, and says who of it is elsewhere', () => {
  const load = groupLoad(group, day)
  const to = (start: string) => seen(load, movedTo(placeOfLoad(load), at(start)))
  expect(to('16:15')).toMatchObject({ isFree: true, peopleBusy: [] })
  expect(to('20:30').roles[0]?.verdict).toEqual({ kind: 'blocked', reason: 'Admin' })
  const apart = to('18:30')
  expect([apart.roles[0]?.verdict.kind, apart.peopleBusy, apart.isFree]).toEqual(['free', ['I. C.'], false])
  expect(to('12:00')).toMatchObject({ isPast: true, isHopeless: true })
})

test('what was moved is found again where it is, and what lasts over a midnight is told apart', () => {
  expect(stopIdOf(closed)).toBe(`b@${at('20:00')}`)
  expect(stopIdOf(closed, movedTo(placeOfLoad(closed), at('15:00')))).toBe(`b@${at('15:00')}`)
  const zone = 'America/Chicago'
  const untilMidnight = { ...block, end: '2026-11-25T06:00:00Z' }
  expect([lastsForDays(block, zone), lastsForDays(untilMidnight, zone)]).toEqual([false, false])
  expect(lastsForDays({ ...block, end: '2026-11-25T06:05:00Z' }, zone)).toBe(true)
})
