import { env } from 'node:process'
import { dateAt, ok, type Result, Temporal } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planBooking, planSeat } from './booking.ts'
import { overlaps } from './interval.ts'
import { datesBetween, localDay, minuteMs } from './local-day.ts'
import type { GroupSession, OpeningRequest } from './opening.ts'
import { findOpenings } from './openings.ts'
import type { RuleEvaluation } from './rules/rule.ts'
import type { BookingResource } from './rules/wish.ts'
import { type GeneratedPractice, generatedPractice, indexOfPractice } from './testing/generated-practice.ts'
import type { Assignment, Role } from './visit-type.ts'

const cases = Math.ceil(Number(env['FOYER_CASES'] ?? 10_000) / 20)

type Chosen = readonly Pick<Assignment, 'role' | 'resourceId'>[]
type Said = Result<{ readonly rules: readonly RuleEvaluation[] }, unknown>

/** The rules of a booking over the same practice; what counts in the index (`visitTypeId`) is a visit or a hold. */
function bookingOf({ request, resources: known, now }: GeneratedPractice) {
  const { visitType, zone, counters, patient, ignore = [], overbook = false, walkIn = false } = request
  const resources = new Map(
    known.map(({ id, lanes, sessions, busy }): [string, BookingResource] => {
      const newPatientsPerDay = counters?.newPatientsPerDay?.(id)
      const left = busy.filter(
        (each) => !ignore.some((one) => one.resourceId === id && one.lane === each.lane && one.start === each.start),
      )
      const taken = left.map(({ visitTypeId, ...time }, at) => ({
        ...time,
        ...(visitTypeId && { visitId: `${id} ${at}` }),
      }))
      const most = newPatientsPerDay === undefined ? {} : { newPatientsPerDay }
      return [id, { id, open: sessions, busy: taken, lanes, ...most }]
    }),
  )
  const asked = {
    visitType,
    zone,
    now,
    may: () => true,
    walkIn,
    ...(patient && { patient }),
    // Who books for themselves is bound by everything; what is over the lanes is for the desk.
    ...(overbook
      ? { overrides: { rules: ['overbook' as const], reason: 'Asked for' } }
      : { selfBooking: { mode: 'instant' as const, forNew: true } }),
  }

  function book(start: number, assignments: Chosen): Said {
    const date = dateAt(Temporal.Instant.fromEpochMilliseconds(start), zone)
    const leadId = assignments.find(({ role }) => role === 'clinician')?.resourceId ?? ''
    return planBooking({
      ...asked,
      start,
      resources,
      assignments: assignments.map(({ role, resourceId }) => ({ role, resourceId })),
      counts: {
        ofType: counters?.ofType?.(date) ?? 0,
        ofTypeWithLead: counters?.ofTypeWithLead?.(date, leadId) ?? 0,
        ofNewWithLead: counters?.ofNewWithLead?.(date, leadId) ?? 0,
      },
    })
  }

  function join({ start, seatsLeft }: GroupSession): Said {
    return planSeat({ ...asked, start, seats: 3, seatsTaken: [1, 2, 3].slice(seatsLeft) })
  }
  return { book, join, resources }
}

/** Nothing remarked on either: the desk is told of lead time and grid, and the search keeps to them. */
function isClean(said: Said): boolean {
  return said.ok && said.value.rules.every((each) => each.verdict === 'met' || each.overriddenBecause !== undefined)
}

test('what is offered is booked, in a group too, however people wish', { timeout: 86_400_000 }, () => {
  const offered = { visits: 0, seats: 0 }
  fc.assert(
    fc.property(generatedPractice, (practice) => {
      const { request, now } = practice
      const { book, join } = bookingOf(practice)
      for (const { start, assignments, reasons } of findOpenings(
        { ...request, limit: 12 },
        indexOfPractice(practice),
        now,
      ).openings) {
        const seat = reasons.find(({ code }) => code === 'joins-group')
        const group = request.groups?.find((each) => seat && 'groupId' in seat && each.id === seat.groupId)
        const plan = group ? join(group) : book(start, assignments)
        expect(plan.ok ? ok('booked') : plan).toEqual(ok('booked'))
        offered[group ? 'seats' : 'visits'] += 1
      }
    }),
    { numRuns: cases },
  )
  expect(offered.visits).toBeGreaterThan(cases)
  expect(offered.seats).toBeGreaterThan(cases / 50)
})

test('what could be booked is found: every start, every lead, every seat', { timeout: 86_400_000 }, () => {
  let found = 0
  fc.assert(
    fc.property(generatedPractice, (practice) => {
      const { request, now } = practice
      const { visitType, zone, walkIn = false, groups = [], patientBusy = [] } = request
      const { book, join, resources } = bookingOf(practice)
      const wish = anything(request)
      const told = findOpenings(wish, indexOfPractice(practice), now).openings.map(({ start, assignments }) => {
        const lead = assignments.find(({ role }) => role === 'clinician')
        return `${start} ${lead?.resourceId}`
      })
      const offered = new Set(told)
      const isFree = (start: number): boolean =>
        !patientBusy.some((each) => overlaps(each, { start, end: start + visitType.durationMinutes * minuteMs }))
      for (const date of datesBetween(request.from, request.to)) {
        const day = localDay(date, zone)
        for (let { start } = day; start < day.end; start += 5 * minuteMs) {
          for (const chosen of choices(visitType.roles)) {
            const leadId = chosen.find(({ role }) => role === 'clinician')?.resourceId ?? ''
            // Who walks in is offered what is kept for them; the desk may give them any other time.
            const isKept = !walkIn || resources.get(leadId)?.open.every((each) => each.walkIn === true)
            if (!isKept || !isFree(start) || !isClean(book(start, chosen))) continue
            expect(offered).toContain(`${start} ${leadId}`)
            found += 1
          }
        }
        for (const group of groups) {
          if (group.start < day.start || group.start >= day.end || !isFree(group.start) || !isClean(join(group)))
            continue
          if (!walkIn) expect(offered).toContain(`${group.start} ${group.assignments[0]?.resourceId}`)
        }
      }
    }),
    { numRuns: Math.ceil(cases / 4) },
  )
  expect(found).toBeGreaterThan(cases / 4)
})

/** The same without what is only a wish. */
function anything(request: OpeningRequest): OpeningRequest {
  return {
    ...request,
    dayParts: [],
    weekdays: [],
    not: [],
    candidates: {},
    having: {},
    times: { fromMinute: 0, untilMinute: 1440 },
    limit: Infinity,
  }
}

/** Everybody who may fill each role, in every combination. */
function choices([role, ...others]: readonly Role[]): Chosen[] {
  if (!role) return [[]]
  const rest = choices(others)
  return role.candidates.flatMap((resourceId) => rest.map((each) => [{ role: role.name, resourceId }, ...each]))
}
