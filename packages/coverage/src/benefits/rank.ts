import type { Benefit } from './eligibility.ts'
import type { VisitAsked } from './visit-asked.ts'

/** Health benefit plan coverage: the plan as such (code source 1365). */
export const wholePlan = '30'

/** Whether a statement speaks of this service by its code; one that names modifiers holds only with them. */
export function isOfCode({ procedure }: Benefit, service: NonNullable<VisitAsked['service']>): boolean {
  return procedure?.code === service.code && procedure.modifiers.every((one) => service.modifiers.includes(one))
}

/** How near a statement is to the visit: by the code of a service, by its kind, or by the plan as such. */
export function rankOf(benefit: Benefit, { serviceTypes, service }: VisitAsked): 'code' | 'service' | 'plan' {
  if (service && isOfCode(benefit, service)) return 'code'
  const isOfService = benefit.serviceTypes.some((type) => type !== wholePlan && serviceTypes.includes(type))
  return isOfService && benefit.procedure === null ? 'service' : 'plan'
}
