import type { Db } from '../../../../platform/database/organization-db.ts'
import { yieldToTheDesk } from '../../../../platform/events/pace.ts'
import { isToldPrice, pricesNow } from './price-told.ts'
import { selectToldAhead } from './store.ts'

const AT_A_TIME = 100

export interface PricesAsked {
  /** Instant. */
  readonly now: string
  /** Civil date of the practice. */
  readonly today: string
  readonly settle: (appointmentId: string) => Promise<void>
}

/**
 * After prices changed: each visit to come whose good faith estimate says otherwise, or waits because it did, is looked at
 * anew. Some at a time, each price of the new lists looked up once.
 */
export async function settlePrices(db: Db, { now, today, settle }: PricesAsked): Promise<void> {
  const priceNow = pricesNow(db)
  for (let after: string | null = null; ; ) {
    await yieldToTheDesk()
    const rows: Awaited<ReturnType<typeof selectToldAhead>> = await selectToldAhead(db, {
      after,
      now,
      today,
      most: AT_A_TIME,
    })
    for (const row of rows)
      if (row.state === 'wanted' || !(await isToldPrice(row, row, priceNow))) await settle(row.appointment_id)
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_A_TIME) return
    after = last.id
  }
}
