import type { Assignment } from '../shapes.ts'
import { meets } from '../grid/openings-on-grid.ts'
import { type DayBlock, type Load } from './load.ts'
import {
  type Facts,
  initialsOf,
  isIn,
  occupantsOf,
  preview,
  type Preview,
  type PreviewRules,
  type Verdict,
} from './preview.ts'
import type { Wanted } from './wanted.ts'

/** What is in the hand would meet where it is wanted, whatever it is. */
export function previewLoad(facts: Facts, load: Load, wanted: Wanted, rules: PreviewRules): Preview {
  if (load.kind === 'visit') return preview(facts, load.visit, wanted, rules)
  return load.kind === 'group'
    ? previewGroup(facts, load, wanted, rules)
    : previewBlock(facts, load.block, wanted, rules)
}

type GroupLoad = Extract<Load, { kind: 'group' }>

/** Whoever leads it and its room by the rules of a visit; and whether everybody in it can be there. */
function previewGroup(
  facts: Facts,
  { group, siteId, people }: GroupLoad,
  wanted: Wanted,
  rules: PreviewRules,
): Preview {
  const asVisit = { ...group, siteId, status: 'booked' as const, walkIn: false, groupSessionId: null, patient: null }
  const seen = preview(facts, asVisit, wanted, rules)
  const others = facts.days
    .flatMap(({ appointments }) => appointments)
    .filter(
      ({ groupSessionId, status }) => groupSessionId !== group.id && status !== 'cancelled' && status !== 'no-show',
    )
  const busy = people.filter(({ patient }) => others.some((one) => one.patient.id === patient.id && meets(one, wanted)))
  const peopleBusy = busy.map(({ patient }) => initialsOf(patient.name))
  return { ...seen, peopleBusy, isFree: seen.isFree && peopleBusy.length === 0 }
}

/** Hours do not matter to closed time, nor what is over: only what stands there does. */
function previewBlock(facts: Facts, block: DayBlock, wanted: Wanted, { now }: PreviewRules): Preview {
  const roles = wanted.assignments.map((place) => ({
    ...place,
    verdict: closing(facts, block, place, Date.parse(now)),
  }))
  return {
    roles,
    rules: [],
    length: null,
    patientBusy: null,
    peopleBusy: [],
    isPast: false,
    isFree: roles.every(({ verdict }) => verdict.kind === 'free'),
    isHopeless: false,
    mayOverride: [],
  }
}

function closing({ days }: Facts, block: DayBlock, place: Assignment, now: number): Verdict {
  const isKnown = days.some(({ resources }) => resources.some(({ id }) => id === place.resourceId))
  if (!isKnown) return { kind: 'unknown' }
  const others = days
    .flatMap(({ blocks }) => blocks)
    .find(
      (one) =>
        isIn(one, place) && !(one.id === block.id && one.resourceId === block.resourceId && one.start === block.start),
    )
  if (others) return { kind: 'blocked', reason: others.reason }
  const there = days.flatMap((day) => occupantsOf(day, '')).filter((one) => isIn(one, place))
  const held = days.flatMap(({ holds }) => holds).filter((one) => isIn(one, place) && Date.parse(one.expiresAt) > now)
  const all = [...there, ...held].toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))
  const [first] = all
  if (!first) return { kind: 'free' }
  if (all.length > 1) {
    const end = all.reduce((last, one) => (Date.parse(one.end) > Date.parse(last) ? one.end : last), first.end)
    return { kind: 'several', count: all.length, start: first.start, end }
  }
  const [hold] = held
  if (hold) return { kind: 'held', by: hold.isOwn || hold.staffName === '' ? null : hold.staffName }
  return { kind: 'taken', initials: there[0]?.initials ?? null, start: first.start, end: first.end }
}
