/** Health benefit plan coverage (X12 code source 1365): the plan as such. */
const wholePlan: readonly string[] = ['30']

/** What is asked about: what the visit is in the words of payers, else the plan as such. */
export function serviceTypesOf(visit: { readonly service_types: readonly string[] | null } | null): readonly string[] {
  return visit?.service_types?.length ? visit.service_types : wholePlan
}
