import type { Temporal } from '@foyer/kernel'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Reaction, RelayedEvent } from '../../../platform/events/event.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import type { Organization, Organizations } from '../../../platform/organizations.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { orderChanged } from './events.ts'
import { pinAhead, settle } from './pin.ts'
import { holdUnmerged, selectHeldBy } from './store.ts'
import { todayAt } from '../practice-day.ts'

export interface OrderJobsDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
}

/** Who books or moves need not know of policies: what a visit goes to is pinned after it. */
export function orderReactions({ organizations, practices, clock }: OrderJobsDeps): readonly Reaction[] {
  const doing =
    (work: (db: Db, event: RelayedEvent, organization: Organization, now: Temporal.Instant) => Promise<boolean>) =>
    async (event: RelayedEvent): Promise<void> => {
      const organization = organizations.find(event.organization)
      if (!organization) throw new Error('the organization is not known here yet')
      const { patientId } = event
      if (!patientId) return
      const now = clock.now()
      await inTransaction(organization.db, async (db) => {
        // What was merged meanwhile is settled for the survivor.
        if (!(await holdUnmerged(db, patientId))) return
        if (await work(db, event, organization, now)) await tellIn(db, now.toString(), orderChanged(patientId))
      })
    }
  const settleOrder = doing(async (db, { patientId }, organization, now) => {
    const today = await todayAt({ organization, now }, practices)
    return settle(db, patientId ?? '', today, { at: now.toString(), staffId: null })
  })
  return [
    { name: 'coverage.settle-order', on: ['coverage.changed', 'patient.merged'], run: settleOrder },
    {
      // Each has their own policies again.
      name: 'coverage.settle-orders',
      on: ['patient.unmerged'],
      run: async (event) => {
        await settleOrder(event)
        await settleOrder({ ...event, patientId: event.id })
      },
    },
    {
      // What the record says of a policyholder counts only while it is open to all.
      name: 'coverage.settle-orders-held',
      on: ['patient.restricted'],
      run: async (event) => {
        const db = organizations.find(event.organization)?.db
        if (!db) throw new Error('the organization is not known here yet')
        for (const patientId of await selectHeldBy(db, event.id)) await settleOrder({ ...event, patientId })
      },
    },
    {
      name: 'coverage.pin-visit',
      // A visit that was just booked is pinned in the transaction that asks its payer.
      on: ['appointment.moved', 'appointment.restored', 'visit.moved'],
      run: doing((db, { id }, _, now) => pinAhead(db, id, { at: now.toString(), staffId: null })),
    },
  ]
}
