/** What cash handed over means for an amount, in cents. */
export type Change =
  | { readonly what: 'exact' }
  | { readonly what: 'give-back'; readonly cents: number }
  | { readonly what: 'missing'; readonly cents: number }

/** Null while one of the two is not known yet. */
export function changeOf(amountCents: number | null, tenderedCents: number | null): Change | null {
  if (amountCents === null || tenderedCents === null) return null
  const back = tenderedCents - amountCents
  if (back === 0) return { what: 'exact' }
  return back > 0 ? { what: 'give-back', cents: back } : { what: 'missing', cents: -back }
}
