import { env } from 'node:process'
import { dateAt, Temporal } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planBooking } from './booking.ts'
import { findOpenings } from './openings.ts'
import type { BookingResource } from './rules/wish.ts'
import { generatedPractice, indexOfPractice } from './testing/generated-practice.ts'

const cases = Math.ceil(Number(env['FOYER_CASES'] ?? 10_000) / 20)

test('what is offered is booked: the search and the rules of a booking mean the same', { timeout: 86_400_000 }, () => {
  let offered = 0
  fc.assert(
    fc.property(generatedPractice, (practice) => {
      const { request, resources: known, now } = practice
      const { visitType, zone, counters, ignore = [], overbook = false, walkIn = false } = request
      const resources = new Map(
        known.map(({ id, lanes, sessions, busy }): [string, BookingResource] => {
          const newPatientsPerDay = counters?.newPatientsPerDay?.(id)
          const left = busy.filter(
            (each) =>
              !ignore.some((one) => one.resourceId === id && one.lane === each.lane && one.start === each.start),
          )
          return [
            id,
            {
              id,
              open: sessions,
              busy: left.map(({ visitTypeId, ...time }, at) => ({
                ...time,
                ...(visitTypeId && { visitId: `${id} ${at}` }),
              })),
              lanes,
              ...(newPatientsPerDay !== undefined && { newPatientsPerDay }),
            },
          ]
        }),
      )
      for (const { start, assignments } of findOpenings({ ...request, limit: 12 }, indexOfPractice(practice), now)
        .openings) {
        const date = dateAt(Temporal.Instant.fromEpochMilliseconds(start), zone)
        const leadId = assignments.find(({ role }) => role === 'clinician')?.resourceId ?? ''
        const plan = planBooking({
          visitType,
          zone,
          start,
          now,
          resources,
          assignments: assignments.map(({ role, resourceId }) => ({ role, resourceId })),
          walkIn,
          may: () => true,
          // Who books for themselves is bound by everything; what is over the lanes is for the desk.
          ...(overbook
            ? { overrides: { rules: ['overbook'], reason: 'Asked for' } }
            : { selfBooking: { mode: 'instant', forNew: true } }),
          counts: {
            ofType: counters?.ofType?.(date) ?? 0,
            ofTypeWithLead: counters?.ofTypeWithLead?.(date, leadId) ?? 0,
            ofNewWithLead: counters?.ofNewWithLead?.(date, leadId) ?? 0,
          },
        })
        expect(plan.ok ? 'booked' : plan.error).toBe('booked')
        offered += 1
      }
    }),
    { numRuns: cases },
  )
  expect(offered).toBeGreaterThan(cases)
})
