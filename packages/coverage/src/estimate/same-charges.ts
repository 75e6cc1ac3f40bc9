/** What one service is expected to be charged, as an estimate lists it. */
export interface ExpectedCharge {
  readonly code: string
  readonly units: number
  readonly expectedCents: number
}

/** Whether two lists say the same of the same services, in whatever order. */
export function sameCharges(told: readonly ExpectedCharge[], now: readonly ExpectedCharge[]): boolean {
  const written = (all: readonly ExpectedCharge[]): string =>
    all
      .map(({ code, units, expectedCents }) => `${code} ${units} ${expectedCents}`)
      .toSorted()
      .join('\n')
  return written(told) === written(now)
}
