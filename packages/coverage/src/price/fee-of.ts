import type { PriceList, Service } from './facts.ts'

/** For all units; null: the list has no price for it. */
export function feeOf(list: PriceList | null, { code, modifiers, units }: Service): number | null {
  const ofCode = list?.fees.filter((fee) => fee.code === code) ?? []
  const fee =
    ofCode.find(({ modifier }) => modifier !== '' && modifiers.includes(modifier)) ??
    ofCode.find(({ modifier }) => modifier === '')
  return fee ? fee.cents * units : null
}
