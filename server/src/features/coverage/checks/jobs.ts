import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Reaction, RelayedEvent } from '../../../platform/events/event.ts'
import type { Organizations } from '../../../platform/organizations.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { holdUnmerged } from '../order/store.ts'
import { todayAt, zoneOf } from '../practice-day.ts'
import { findVisit } from './asking/store.ts'
import { askOfCard, askOfVisit, type Occasion } from './by-itself/ask-by-itself.ts'
import { keepCopaysAnew } from './copay/keep-anew.ts'
import { wakeWaiting } from './work/store.ts'

export interface ChecksJobsDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
}

/** Whoever books, greets or types a card need not think of asking the payer. */
export function checksReactions({ organizations, practices, clock }: ChecksJobsDeps): readonly Reaction[] {
  const doing =
    (work: (db: Db, patientId: string, id: string, occasion: Occasion) => Promise<void>) =>
    async ({ organization: slug, patientId, id }: RelayedEvent): Promise<void> => {
      const organization = organizations.find(slug)
      if (!organization) throw new Error('the organization is not known here yet')
      if (!patientId) return
      const occasion = { now: clock.now(), zone: await zoneOf(organization, practices), newId: () => clock.id() }
      await inTransaction(organization.db, async (db) => {
        // Two events of one person follow each other, so that the second sees the question of the first.
        if (await holdUnmerged(db, patientId)) await work(db, patientId, id, occasion)
      })
    }
  return [
    {
      name: 'coverage.ask-at-booking',
      on: ['appointment.booked'],
      run: doing(async (db, patientId, id, occasion) => {
        const visit = await findVisit(db, patientId, id)
        if (visit?.status === 'booked') await askOfVisit(db, patientId, visit, { ...occasion, reason: 'booking' })
      }),
    },
    {
      name: 'coverage.ask-at-arrival',
      on: ['visit.moved'],
      run: doing(async (db, patientId, id, occasion) => {
        const visit = await findVisit(db, patientId, id)
        if (visit?.status === 'arrived') await askOfVisit(db, patientId, visit, { ...occasion, reason: 'check-in' })
      }),
    },
    {
      name: 'coverage.ask-of-card',
      on: ['coverage.changed'],
      run: doing((db, patientId, id, occasion) => askOfCard(db, patientId, id, occasion)),
    },
    {
      name: 'coverage.wake-waiting',
      on: ['payer-connection.changed'],
      run: async ({ organization: slug, id }) => {
        const organization = organizations.find(slug)
        if (!organization) throw new Error('the organization is not known here yet')
        await wakeWaiting(organization.db, id, clock.now().toString())
      },
    },
    {
      name: 'coverage.keep-copays-anew',
      on: ['payer-directory.changed'],
      run: async ({ organization: slug }) => {
        const organization = organizations.find(slug)
        if (!organization) throw new Error('the organization is not known here yet')
        const now = clock.now()
        await keepCopaysAnew(organization.db, await todayAt({ organization, now }, practices), now.toString())
      },
    },
  ]
}
