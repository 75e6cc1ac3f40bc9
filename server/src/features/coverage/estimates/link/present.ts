import type { estimates, Reply } from '@foyer/contract'
import { requiredStatements } from '@foyer/coverage'
import { formatPhone } from '@foyer/patients'
import { patientLanguage } from '../../../scheduling/index.ts'
import { contentIn, isMadeUp } from '../content.ts'
import { signatureIn } from '../signature.ts'
import type { EstimateLine } from '../store.ts'

type Shown = Reply<typeof estimates.readEstimateLink>

/** What the page of a link shows, once it is known who reads; null until the estimate is made. */
export function presentLinked(row: EstimateLine, isReplaced: boolean): Shown | null {
  const content = contentIn(row)
  if (!content || row.low_cents === null || row.high_cents === null) return null
  const { practice, price } = content
  const signature = signatureIn(row)
  const phone = practice.phone === null ? '' : formatPhone(practice.phone)
  return {
    practice: practice.name,
    site: practice.site,
    address: practice.address,
    phone: practice.phone,
    language: patientLanguage(row.language),
    // The check of the column lets in only these.
    kind: row.kind as Shown['kind'],
    patientName: content.patientName,
    description: content.description,
    serviceDate: row.service_date,
    madeOn: content.madeOn,
    lowCents: row.low_cents,
    highCents: row.high_cents,
    low: price.low,
    high: price.high,
    isMadeUp: isMadeUp(content),
    missing: price.missing.map((one) => ({ ...one, coverageId: null })),
    providers: content.providers,
    separately: content.separately,
    statements: row.kind === 'good-faith' ? requiredStatements(phone).map(({ text }) => text) : [],
    isReplaced,
    signedAt: signature?.signedAt ?? null,
    signedByName: signature?.name ?? null,
  }
}
