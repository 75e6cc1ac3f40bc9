import type { ExportedAuthority, ExportedPerson } from '@foyer/fhir'
import {
  type AuthorityToday,
  authorityKindWords,
  authorityScopeWords,
  coveredBy,
  kindRules,
  kinText,
  relationships,
} from '@foyer/patients'
import { type CopyLanguage, conceptOf } from './person-parts.ts'
import type { Asker } from './may-have.ts'

const statuses: Readonly<Partial<Record<AuthorityToday['state'], ExportedAuthority['status']>>> = {
  'in-force': 'active',
  'not-shown': 'proposed',
  'not-begun': 'proposed',
}

/** Why an authority allows nothing any more is for the desk: somebody may be kept from the record for the patient's safety. */
function statusOf({ standing }: Asker, id: string): ExportedAuthority['status'] {
  const state = standing.authorities.find((one) => one.id === id)?.state
  return (state && statuses[state]) ?? 'inactive'
}

/** The people beside the patient of whom this copy may tell, and what each may do or be told. */
export function peopleBeside(
  people: readonly Asker[],
  documents: ExportedPerson['documents'],
  language: CopyLanguage,
): Pick<ExportedPerson, 'related' | 'authorities'> {
  const kept = new Set(documents.map(({ id }) => id))
  return {
    related: people.map(({ row }) => ({
      id: row.id,
      name: row.name,
      given: row.given,
      family: row.family,
      relationship: {
        coding: conceptOf(relationships, row.relationship.toLowerCase(), language)?.coding ?? null,
        text: kinText(row.relationship, language),
      },
      phone: row.phone,
      email: row.email,
      emergencyRank: row.emergencyRank,
      period: { from: row.periodStart, to: row.periodEnd },
    })),
    authorities: people.flatMap((person) =>
      person.row.authorities.map((one) => ({
        id: one.id,
        relatedId: person.row.id,
        kind: conceptOf(authorityKindWords, one.kind, language) ?? { coding: null, text: one.kind },
        isForHealthCareDecisions: one.kind === 'health-care-proxy',
        scopes: coveredBy(one.kind, one.scopes).map((code) => ({
          code,
          text: conceptOf(authorityScopeWords, code, language)?.text ?? code,
        })),
        period: { from: one.periodStart, to: one.periodEnd },
        status: statusOf(person, one.id),
        rule: kindRules[one.kind].source,
        documentId: one.documentId !== null && kept.has(one.documentId) ? one.documentId : null,
      })),
    ),
  }
}
