import type { AuthorityKind, AuthorityScope } from '@foyer/patients'
import type { Fields } from '../patients/index.ts'
import type { RelatedPersonRow } from './store.ts'

/** What of a relative is told in the history of the patient's record. */
export function relativeHistory(row: Omit<RelatedPersonRow, 'id' | 'patient_id'>): Fields {
  return {
    'relative.name': row.name,
    'relative.relationship': row.relationship,
    'relative.phone': row.phone,
    'relative.email': row.email,
    'relative.emergencyRank': row.emergency_rank,
    'relative.periodEnd': row.period_end,
    'relative.barred': row.barred,
  }
}

export interface ToldAuthority {
  readonly name: string
  readonly kind: AuthorityKind
  readonly scopes: readonly AuthorityScope[]
  readonly from: string
  readonly until: string | null
}

export function authorityHistory({ name, kind, scopes, from, until }: ToldAuthority): Fields {
  return { authority: [kind, name, ...scopes, `${from} – ${until ?? ''}`.trim()] }
}
