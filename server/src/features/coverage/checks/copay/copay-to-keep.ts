import { copaySaid, type Eligibility, visitBenefits } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { selectNetworks } from '../../directory/index.ts'
import { placeOf } from './store.ts'

/** What a question was about. */
export interface AskedAbout {
  readonly appointment_id: string | null
  readonly coverage_id: string | null
  readonly service_date: string
  readonly service_types: readonly string[]
}

/** What an answer asks of the visit that was asked about, as JSON; null where no visit was, or nothing of it is said. */
export async function copayToKeep(db: Db, about: AskedAbout, found: Eligibility): Promise<string | null> {
  const { appointment_id: appointmentId, coverage_id: coverageId, service_types: serviceTypes } = about
  if (appointmentId === null || coverageId === null) return null
  const [place, networks] = await Promise.all([
    placeOf(db, appointmentId),
    selectNetworks(db, [coverageId], about.service_date),
  ])
  const isInNetwork = networks.get(coverageId) ?? null
  const said = copaySaid(visitBenefits(found, { serviceTypes, isInNetwork, place, date: about.service_date }))
  if (!said) return null
  const { lowCents, highCents, isMet, isQmb, isNotCovered, pointer } = said
  return JSON.stringify({
    lowCents,
    highCents,
    isMet,
    ...(isQmb && { isQmb }),
    ...(isNotCovered && { isNotCovered, segment: pointer?.segment }),
  })
}
