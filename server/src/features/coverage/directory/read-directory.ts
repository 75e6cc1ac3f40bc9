import { type payers, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { todayAt } from '../practice-day.ts'
import { presentConnection } from './connections/present.ts'
import { selectConnections } from './connections/store.ts'
import { selectBillingProviders } from './providers/store.ts'
import { selectEnrolments, selectPayers, selectPlans } from './store.ts'

export async function readDirectory(ctx: Ctx, practices: PracticeBook): Promise<Reply<typeof payers.readDirectory>> {
  const { db } = ctx
  const [known, plans, enrolments, connections, billingProviders, today] = await Promise.all([
    selectPayers(db),
    selectPlans(db),
    selectEnrolments(db),
    selectConnections(db),
    selectBillingProviders(db),
    todayAt(ctx, practices),
  ])
  return {
    payers: known.map((payer) => ({
      ...payer,
      plans: plans.filter(({ payerId }) => payerId === payer.id),
      enrolments: enrolments.filter(({ payerId }) => payerId === payer.id),
    })),
    connections: connections.map(presentConnection),
    billingProviders: [...billingProviders],
    today,
    can: { change: roleMay(ctx.actor.role, 'practice.change') },
  }
}
