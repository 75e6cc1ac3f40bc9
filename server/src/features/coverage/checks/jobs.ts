import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Reaction, RelayedEvent } from '../../../platform/events/event.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import type { Organizations } from '../../../platform/organizations.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { orderChanged } from '../order/events.ts'
import { pinAhead } from '../order/pin.ts'
import { holdUnmerged } from '../order/store.ts'
import { todayAt, zoneOf } from '../practice-day.ts'
import { findVisit } from './asking/store.ts'
import { askOfCard, askOfVisit, type Occasion } from './by-itself/ask-by-itself.ts'
import { discoverByItself } from './discovery/discover-by-itself.ts'
import { discoveryReactions } from './discovery/jobs.ts'
import { keepCopaysAnew } from './copay/keep-anew.ts'
import { giveUp } from './work/settle.ts'
import { selectStranded, wakeWaiting } from './work/store.ts'

export interface ChecksJobsDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
}

/** Whoever books, greets or types a card need not think of asking the payer. */
export function checksReactions(deps: ChecksJobsDeps): readonly Reaction[] {
  const { organizations, practices, clock } = deps
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
    ...discoveryReactions(deps),
    {
      name: 'coverage.ask-at-booking',
      on: ['appointment.booked'],
      run: doing(async (db, patientId, id, occasion) => {
        const at = occasion.now.toString()
        if (await pinAhead(db, id, { at, staffId: null })) await tellIn(db, at, orderChanged(patientId))
        const visit = await findVisit(db, patientId, id)
        if (visit?.status !== 'booked') return
        await askOfVisit(db, patientId, visit, { ...occasion, reason: 'booking' })
        // After it: a plan whose payer is just asked may be good.
        await discoverByItself(db, patientId, { appointmentId: id, date: visit.date }, occasion)
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
      name: 'coverage.end-stranded',
      on: ['payer-directory.changed'],
      run: async ({ organization: slug }) => {
        const organization = organizations.find(slug)
        if (!organization) throw new Error('the organization is not known here yet')
        const deps = { db: organization.db, now: () => clock.now(), newId: () => clock.id() }
        // Ended, they can be asked over another line, and hold up no sweep.
        for (const row of await selectStranded(organization.db)) await giveUp(deps, row, 'not-enrolled')
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
