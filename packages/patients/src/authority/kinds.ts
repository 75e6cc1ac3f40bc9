/** What somebody besides the patient may do or be told. */
export const authorityScopes = [
  /** When and where visits are; never what for. */
  'schedule',
  /** Cover, bills, payments. */
  'billing',
  /** What a visit is for, results, health. */
  'clinical',
  /** Copies of the record. */
  'documents',
  /** Consent, sign and book in the patient's place. */
  'decide',
  /** Written to about the visits. */
  'messages',
  /** That we called may be left with them, and nothing else. */
  'leave-message',
  /** Services that the law keeps from others unless the patient permits: only where it is listed. */
  'confidential',
] as const
export type AuthorityScope = (typeof authorityScopes)[number]

export const authorityKinds = [
  'parent',
  'guardian',
  'health-care-proxy',
  'power-of-attorney',
  'representative',
  'guarantor',
  'may-know',
  'may-leave-message',
] as const
export type AuthorityKind = (typeof authorityKinds)[number]

export interface KindRule {
  /** The most that it can cover. */
  readonly covers: readonly AuthorityScope[]
  /** Without the document behind it, it allows no more than to be told of times. */
  readonly needsProof: boolean
  /** Whether it makes somebody a personal representative, who is treated as the patient. */
  readonly represents: boolean
  readonly ends: readonly ('majority' | 'death')[]
  /** Where the law says so. */
  readonly source: string
}

const inPlaceOf = ['schedule', 'billing', 'clinical', 'documents', 'decide', 'messages', 'leave-message'] as const

/**
 * HIPAA's personal representatives (45 CFR 164.502(g)): a parent or guardian of a minor (g)(3), whoever decides on health
 * care for an adult (g)(2), an executor (g)(4). Others are told what the patient agrees to (164.510(b)). A power of
 * attorney for money is no health care proxy: it covers what bills and visits need. No kind covers a confidential
 * service by itself.
 */
export const kindRules: Readonly<Record<AuthorityKind, KindRule>> = {
  parent: {
    covers: inPlaceOf,
    needsProof: false,
    represents: true,
    ends: ['majority'],
    source: '45 CFR 164.502(g)(3)',
  },
  guardian: { covers: inPlaceOf, needsProof: true, represents: true, ends: ['death'], source: '45 CFR 164.502(g)(2)' },
  'health-care-proxy': {
    covers: inPlaceOf,
    needsProof: true,
    represents: true,
    ends: ['death'],
    source: '45 CFR 164.502(g)(2)',
  },
  'power-of-attorney': {
    covers: ['schedule', 'billing', 'documents', 'messages', 'leave-message'],
    needsProof: true,
    represents: false,
    ends: ['death'],
    source: '45 CFR 164.502(g)(2)',
  },
  representative: { covers: inPlaceOf, needsProof: true, represents: true, ends: [], source: '45 CFR 164.502(g)(4)' },
  guarantor: { covers: ['billing'], needsProof: false, represents: false, ends: [], source: '45 CFR 164.506(c)(1)' },
  'may-know': {
    covers: ['schedule', 'billing', 'clinical', 'leave-message'],
    needsProof: false,
    represents: false,
    ends: [],
    source: '45 CFR 164.510(b)',
  },
  'may-leave-message': {
    covers: ['leave-message'],
    needsProof: false,
    represents: false,
    ends: [],
    source: '45 CFR 164.510(b)',
  },
}

/** What an authority of this kind covers when it lists these scopes; none listed: all that the kind can cover. */
export function coveredBy(kind: AuthorityKind, scopes: readonly AuthorityScope[]): readonly AuthorityScope[] {
  const { covers } = kindRules[kind]
  if (scopes.length === 0) return covers
  return scopes.filter((scope) => covers.includes(scope) || (scope === 'confidential' && covers.includes('clinical')))
}
