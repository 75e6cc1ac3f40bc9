/**
 * Whether the practice is in the network of a plan: as was said of the plan, else whoever has a contract with its payer is.
 *
 * @returns null where nobody knows
 */
export function networkOf(saidOfPlan: boolean | null, hasContract: boolean): boolean | null {
  return saidOfPlan ?? (hasContract ? true : null)
}
