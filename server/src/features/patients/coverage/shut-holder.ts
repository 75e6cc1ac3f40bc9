import type { Db } from '../../../platform/database/organization-db.ts'
import { type Asker, mayOpen } from '../restricted/gate.ts'
import type { CoverageFields } from './store.ts'

interface Held {
  readonly subscriberPatientId: string | null
}

/** The coverages, without the record of a policyholder that the caller may not open: the card names them, their record not. */
export async function withoutShutHolders<C extends Held>(ctx: Asker, db: Db, coverages: readonly C[]): Promise<C[]> {
  const open = await mayOpen(
    ctx,
    db,
    coverages.flatMap(({ subscriberPatientId }) => subscriberPatientId ?? []),
  )
  return coverages.map((one) => ({
    ...one,
    subscriberPatientId: open.has(one.subscriberPatientId ?? '') ? one.subscriberPatientId : null,
  }))
}

/** The same of one. */
export async function withoutShutHolder<C extends Held>(ctx: Asker, db: Db, coverage: C): Promise<C> {
  const [shown = coverage] = await withoutShutHolders(ctx, db, [coverage])
  return shown
}

/** The policyholder's record where the caller may not open it: who is not shown it cannot have meant to take it away. */
export async function unseenHolder(ctx: Asker, db: Db, before: CoverageFields): Promise<string | null> {
  const { subscriber_patient_id: holderId } = before
  if (holderId === null) return null
  return (await mayOpen(ctx, db, [holderId])).has(holderId) ? null : holderId
}
