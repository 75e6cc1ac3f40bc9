import serviceTypes from '../../data/service-types.json' with { type: 'json' }

/** Codes of kinds of service that can be asked for (EQ01), in the order of the list (X12 external code source 1365). */
export const serviceTypeCodes: readonly string[] = Object.keys(serviceTypes)

const known = new Set(serviceTypeCodes)

export function isServiceType(code: string): boolean {
  return known.has(code)
}
