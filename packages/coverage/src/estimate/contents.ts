/** A provider whose services are part of the estimate; the one that is booked with gathers those of the others. */
export interface EstimateProvider {
  readonly name: string
  readonly npi: string | null
  readonly taxId: string | null
  readonly place: string | null
  readonly isConvening: boolean
  readonly items: readonly EstimateItem[]
}

export interface EstimateItem {
  readonly code: string
  readonly description: string
  readonly diagnosisCodes: readonly string[]
  readonly units: number
  readonly expectedCents: number
}

/** What an estimate is made of before it is printed. */
export interface EstimateDraft {
  readonly patientName: string
  readonly birthDate: string | null
  /** The main thing it is for, in plain words. */
  readonly description: string
  readonly serviceDate: string | null
  readonly providers: readonly EstimateProvider[]
  /** Services that have to be booked by themselves, for which estimates of their own are given on request. */
  readonly separately: readonly string[]
}

export type MissingContent =
  | 'patient-name'
  | 'birth-date'
  | 'description'
  | 'convening-provider'
  | 'items'
  | `npi:${string}`
  | `tax-id:${string}`
  | `place:${string}`

/** What the law asks to be in it and is not (45 CFR 149.610(c)(1)). Diagnoses are asked for where they apply. */
export function missingContents(draft: EstimateDraft): readonly MissingContent[] {
  const { patientName, birthDate, description, providers } = draft
  const missing: MissingContent[] = []
  if (patientName.trim() === '') missing.push('patient-name')
  if (birthDate === null) missing.push('birth-date')
  if (description.trim() === '') missing.push('description')
  if (!providers.some(({ isConvening }) => isConvening)) missing.push('convening-provider')
  if (!providers.some(({ items }) => items.length > 0)) missing.push('items')
  for (const { name, npi, taxId, place } of providers) {
    if (npi === null) missing.push(`npi:${name}`)
    if (taxId === null) missing.push(`tax-id:${name}`)
    if (place === null) missing.push(`place:${name}`)
  }
  return missing
}

/** Whole cents; every provider's items and the sum over all. */
export function totalsOf({ providers }: Pick<EstimateDraft, 'providers'>): {
  readonly byProvider: readonly { readonly name: string; readonly cents: number }[]
  readonly cents: number
} {
  const byProvider = providers.map(({ name, items }) => ({
    name,
    cents: items.reduce((sum, { expectedCents }) => sum + expectedCents, 0),
  }))
  return { byProvider, cents: byProvider.reduce((sum, { cents }) => sum + cents, 0) }
}
