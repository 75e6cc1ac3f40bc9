import type { Eligibility } from '@foyer/coverage'

/** As `settle` wrote it; made by `readEligibilities` and nobody else. */
export function storedAnswer({ result }: { readonly result: unknown }): Eligibility {
  return result as Eligibility
}
