/** An amount in the smallest unit of its currency: 25 dollars are `{ cents: 2500, currency: 'USD' }`. */
export type Money = { readonly cents: number; readonly currency: 'USD' }

/** @throws RangeError when `cents` is not a whole number. */
export function usd(cents: number): Money {
  if (!Number.isSafeInteger(cents)) throw new RangeError('money is counted in whole cents')
  return { cents, currency: 'USD' }
}

export function addMoney(...amounts: readonly Money[]): Money {
  return usd(amounts.reduce((sum, amount) => sum + amount.cents, 0))
}

/** `$1,234.50` in the words of the locale (BCP 47). */
export function formatMoney(money: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency }).format(money.cents / 100)
}
