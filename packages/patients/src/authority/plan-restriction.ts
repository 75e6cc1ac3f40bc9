/** What the patient asked not to be told to their health plan: about one visit, or (null) about every one. */
export interface PlanRestriction {
  readonly appointmentId: string | null
}

/**
 * What keeps the health plan from hearing of a visit, or (null) of the person at all. Of services that are paid in full
 * out of pocket a practice has to agree that the plan is told nothing for payment or operations (45 CFR
 * 164.522(a)(1)(vi)). A wish about one visit says nothing of others, nor of a question about no visit.
 */
export function keptFromPlan<R extends PlanRestriction>(
  restrictions: readonly R[],
  appointmentId: string | null,
): R | null {
  const about = restrictions.filter((one) => one.appointmentId === null || one.appointmentId === appointmentId)
  return about.find((one) => one.appointmentId === appointmentId) ?? about[0] ?? null
}
