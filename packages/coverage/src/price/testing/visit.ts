import { readEligibilities } from '../../benefits/read-eligibility.ts'
import { answerWith } from '../../testing.ts'
import type { Cover, Price, PriceFacts, PriceList } from '../facts.ts'
import { priceOf } from '../price-of.ts'

/** Civil date of the visit that the tests of prices are about. */
export const visitDate = '2026-12-08'

/** What a payer answers with these lines, asked for an office visit on a date. */
export function answer(body: string, serviceDate = visitDate): NonNullable<Cover['answer']> {
  const [found] = readEligibilities(answerWith(body), { serviceDate, serviceTypes: ['98'] })
  if (!found) throw new Error('nobody in it')
  return found
}

export function list(name: string, fees: Readonly<Record<string, number>>): PriceList {
  return { name, fees: Object.entries(fees).map(([code, cents]) => ({ code, modifier: '', cents })) }
}

export const copay = 'EB*1**30\nEB*B**98***27*25*****Y'
export const prairie: Cover = {
  coverageId: 'c-1',
  payer: 'Prairie',
  paysFor: 'care',
  saidOfNetwork: null,
  from: '2026-01-01',
  until: null,
  answer: answer(copay),
  contract: list('Prairie 2026', { '99213': 12_000 }),
}
export const visit: PriceFacts = {
  date: visitDate,
  cause: 'illness',
  pays: 'insured',
  services: [{ code: '99213', modifiers: [], units: 1 }],
  serviceTypes: ['98'],
  place: '11',
  charges: list('Charges 2026', { '99213': 20_000, '36415': 1500 }),
  selfPay: null,
  sliding: null,
  covers: [prairie],
  isOrderSure: true,
}

/** The price of an office visit with a plan, but for what differs. */
export function told(more: Partial<PriceFacts>): Price {
  return priceOf({ ...visit, ...more })
}
