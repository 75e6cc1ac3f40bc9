import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { HappenedEvent, Reaction, RelayedEvent } from '../../../platform/events/event.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import type { Organizations } from '../../../platform/organizations.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { todayAt } from '../practice-day.ts'
import { settleDuty } from './duty/settle-duty.ts'
import { settlePrices } from './duty/settle-prices.ts'
import { selectToCome } from './duty/store.ts'

export interface EstimatesJobsDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
}

/** Who pays alone is owed an estimate when a visit is booked or changes, and when a plan comes or goes. */
export function estimatesReactions(deps: EstimatesJobsDeps): readonly Reaction[] {
  return [
    {
      name: 'estimates.duty',
      on: [
        'appointment.booked',
        'appointment.approved',
        'appointment.moved',
        'appointment.cancelled',
        'appointment.restored',
      ],
      run: (event) => settle(deps, event, async () => [event.id]),
    },
    {
      name: 'estimates.duty-of-covers',
      // What a visit is for is noted with who pays for it.
      on: ['coverage.changed', 'coverage-order.changed'],
      run: (event) =>
        settle(deps, event, async (db, now) => (event.patientId ? selectToCome(db, event.patientId, now) : [])),
    },
    {
      name: 'estimates.duty-of-prices',
      on: ['payer-directory.changed'],
      run: async (event) => {
        const { db, now, today, settleOne } = await open(deps, event)
        await settlePrices(db, { now, today, settle: settleOne })
      },
    },
  ]
}

async function open({ organizations, practices, clock }: EstimatesJobsDeps, event: RelayedEvent) {
  const organization = organizations.find(event.organization)
  if (!organization) throw new Error('the organization is not known here yet')
  const practice = await practices.read(organization)
  const now = clock.now()
  const tell = (db: Db, happened: HappenedEvent) => tellIn(db, now.toString(), happened)
  const isNewlyAgreed = ['appointment.moved', 'coverage.changed', 'coverage-order.changed'].includes(event.type)
  return {
    db: organization.db,
    now: now.toString(),
    today: await todayAt({ organization, now }, practices),
    settleOne: (appointmentId: string) =>
      inTransaction(organization.db, (db) =>
        settleDuty(db, appointmentId, { practice, now, newId: () => clock.id(), tell, isNewlyAgreed }),
      ),
  }
}

async function settle(
  deps: EstimatesJobsDeps,
  event: RelayedEvent,
  visitsOf: (db: Db, now: string) => Promise<readonly string[]>,
): Promise<void> {
  const { db, now, settleOne } = await open(deps, event)
  for (const appointmentId of await visitsOf(db, now)) await settleOne(appointmentId)
}
