import type { relatives, Reply } from '@foyer/contract'
import { kindRules, levelOf } from '@foyer/patients'
import type { PatientLine, PatientStanding } from '../patients/index.ts'

export type RelatedPerson = Reply<typeof relatives.addRelative>

type Standing = PatientStanding['relatives'][number]

/** @param relative their own record, where the caller may open it */
export function presentRelative({ row, standing }: Standing, relative: PatientLine | null): RelatedPerson {
  const states = new Map(standing.authorities.map((one) => [one.id, one]))
  return {
    id: row.id,
    name: row.name,
    given: row.given,
    family: row.family,
    relationship: row.relationship,
    phone: row.phone,
    email: row.email,
    language: row.language,
    birthDate: row.birthDate,
    emergencyRank: row.emergencyRank,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    barred: row.barred,
    version: row.version,
    relative,
    level: levelOf(standing),
    authorities: row.authorities.map((one) => {
      const today = states.get(one.id)
      return {
        id: one.id,
        kind: one.kind,
        scopes: [...one.scopes],
        periodStart: one.periodStart,
        periodEnd: one.periodEnd,
        documentId: one.isShown ? one.documentId : null,
        needsProof: kindRules[one.kind].needsProof,
        endedReason: one.endedReason,
        state: today?.state ?? 'ended',
        allows: [...(today?.scopes ?? [])],
      }
    }),
    permits: [...standing.permits.values()].map(({ scope, answer, by, kind, source }) => ({
      scope,
      answer,
      by,
      kind,
      source,
    })),
  }
}
