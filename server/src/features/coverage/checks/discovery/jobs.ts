import { DISCOVER_AGAIN_DAYS } from '@foyer/coverage'
import type { Clock } from '../../../../platform/clock.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Reaction } from '../../../../platform/events/event.ts'
import type { Organizations } from '../../../../platform/organizations.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { holdUnmerged } from '../../order/store.ts'
import { zoneOf } from '../../practice-day.ts'
import { discoverByItself } from './discover-by-itself.ts'
import { findInactive, selectComingWithoutPolicy } from './store.ts'

export interface DiscoveryJobsDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
}

/** People who are looked for at a time, where a sweep begins and where it ends; the others have the nights until their visit. */
const MOST_PEOPLE = 50

/** Whoever has no cover is looked for at the payers without anybody thinking of it; booking does so too (`../jobs.ts`). */
export function discoveryReactions({ organizations, practices, clock }: DiscoveryJobsDeps): readonly Reaction[] {
  return [
    {
      name: 'coverage.discover-after-answer',
      on: ['eligibility.changed'],
      run: async ({ organization: slug, id, patientId }) => {
        const organization = organizations.find(slug)
        if (!organization) throw new Error('the organization is not known here yet')
        // Most answers say that a plan is active: nobody's record is held to find that out.
        const inactive = patientId ? await findInactive(organization.db, id) : undefined
        if (!patientId || !inactive) return
        const occasion = { now: clock.now(), zone: await zoneOf(organization, practices), newId: () => clock.id() }
        const about = { appointmentId: inactive.appointment_id, date: inactive.service_date }
        await inTransaction(organization.db, async (db) => {
          if (await holdUnmerged(db, patientId)) await discoverByItself(db, patientId, about, occasion)
        })
      },
    },
    {
      name: 'coverage.discover-before-visits',
      on: ['eligibility.sweep'],
      run: async ({ organization: slug, id }) => {
        const organization = organizations.find(slug)
        if (!organization) throw new Error('the organization is not known here yet')
        const occasion = { now: clock.now(), zone: await zoneOf(organization, practices), newId: () => clock.id() }
        const after = occasion.now.subtract({ hours: 24 * DISCOVER_AGAIN_DAYS }).toString()
        const coming = await selectComingWithoutPolicy(organization.db, id, after, MOST_PEOPLE)
        // Each in a transaction of its own: a long one would hold fifty records from the desk.
        for (const { patient_id: patientId, id: appointmentId, date } of coming)
          await inTransaction(organization.db, async (db) => {
            if (await holdUnmerged(db, patientId))
              await discoverByItself(db, patientId, { appointmentId, date }, occasion)
          })
      },
    },
  ]
}
