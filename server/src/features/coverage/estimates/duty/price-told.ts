import { type ExpectedCharge, sameCharges } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { askedIn } from '../asked.ts'
import { contentIn } from '../content.ts'
import { expectedItems } from '../pricing/expected-items.ts'
import { loadPrice } from '../pricing/load-pricing.ts'
import type { EstimateRow } from '../store.ts'

/** Null where there is no price for something of it: nothing better could be told. */
export type PriceNow = (of: PriceAbout) => Promise<readonly ExpectedCharge[] | null>

export interface PriceAbout {
  readonly visitTypeId: string
  /** Civil date of the service. */
  readonly date: string
  readonly procedures: readonly string[]
  readonly slidingStepId: string | null
}

/** Prices for somebody who pays alone, each looked up once: who they are changes nothing. */
export function pricesNow(db: Db): PriceNow {
  const known = new Map<string, ReturnType<PriceNow>>()
  const lookUp: PriceNow = async (about) => {
    const priced = await loadPrice(db, { ...about, patientId: null, appointmentId: null, pays: 'self-pay' })
    return priced.price.lowCents === null || priced.price.highCents === null ? null : expectedItems(priced)
  }
  return (about) => {
    const key = JSON.stringify([about.visitTypeId, about.date, about.procedures.toSorted(), about.slidingStepId])
    const found = known.get(key) ?? lookUp(about)
    known.set(key, found)
    return found
  }
}

/** Whether a good faith estimate that was made says of its services what they cost now. */
export async function isToldPrice(
  told: Pick<EstimateRow, 'asked' | 'content'>,
  visit: { readonly visit_type_id: string; readonly date: string },
  priceNow: PriceNow,
): Promise<boolean> {
  const own = contentIn(told)?.providers.find(({ isConvening }) => isConvening)
  if (!own) return true
  const { procedures, slidingStepId } = askedIn(told)
  const now = await priceNow({ visitTypeId: visit.visit_type_id, date: visit.date, procedures, slidingStepId })
  return now === null || sameCharges(own.items, now)
}
