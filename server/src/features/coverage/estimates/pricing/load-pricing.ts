import { feeOf, type PriceFacts, priceOf } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { visitTypeBillingOf } from '../../directory/index.ts'
import { type Procedure, proceduresOf } from './billing.ts'
import { coversOf } from './covers-of.ts'
import { orderFor } from './order-for.ts'
import { presentPrice, type PriceShape } from './present.ts'
import { priceListsOf } from './price-lists.ts'
import { selectCovers, selectPriceLists, selectSlidingSteps } from './store.ts'

/** For what a price is asked. Civil date at the site. */
export interface PriceAsked {
  readonly patientId: string | null
  readonly appointmentId: string | null
  readonly visitTypeId: string
  readonly date: string
  readonly pays: 'insured' | 'self-pay'
  readonly procedures: readonly string[]
  readonly slidingStepId: string | null
}

export interface Priced {
  readonly price: PriceShape
  readonly procedures: readonly (Procedure & { readonly chargedCents: number | null })[]
  /** What one of those who pay alone pays for each chosen service, where there is a list for them. */
  readonly facts: PriceFacts
  readonly leftOut: ReturnType<typeof priceOf>['leftOut']
  readonly steps: Awaited<ReturnType<typeof selectSlidingSteps>>
}

/** Gathers what is known and works out the price of a visit. */
export async function loadPrice(db: Db, asked: PriceAsked): Promise<Priced> {
  const { patientId, appointmentId, visitTypeId, date, pays } = asked
  const [billing, steps, order, all] = await Promise.all([
    visitTypeBillingOf(db, visitTypeId),
    selectSlidingSteps(db),
    patientId === null ? null : orderFor(db, { patientId, appointmentId, date }),
    patientId === null ? [] : selectCovers(db, patientId),
  ])
  const rows = order?.isFinal ? all.filter(({ id }) => order.ids.includes(id)) : all
  const procedures = proceduresOf(billing?.procedures ?? [], asked.procedures)
  const codes = procedures.map(({ code }) => code)
  const lists = priceListsOf(await selectPriceLists(db, date, codes))
  const step = steps.find(({ id }) => id === asked.slidingStepId)
  const facts: PriceFacts = {
    date,
    cause: order?.cause ?? 'illness',
    pays,
    services: procedures.filter(({ isChosen }) => isChosen),
    serviceTypes: billing?.serviceTypes ?? [],
    place: billing?.placeOfService ?? null,
    charges: lists.charges,
    selfPay: lists.selfPay,
    sliding: step ? slidingOf(step) : null,
    covers: coversOf(rows, order?.ids ?? [], lists.contractFor),
    isOrderSure: order?.isOrderSure ?? true,
  }
  const price = priceOf(facts)
  return {
    price: presentPrice(price, facts, rows),
    procedures: procedures.map((one) => ({ ...one, chargedCents: feeOf(lists.charges, one) })),
    facts,
    leftOut: price.leftOut,
    steps,
  }
}

function slidingOf({ pays_percent: percent, pays_cents: cents }: Priced['steps'][number]) {
  return percent === null ? { paysCents: cents ?? 0 } : { paysBasisPoints: percent * 100 }
}
