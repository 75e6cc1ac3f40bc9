import type { Draft } from '@foyer/fhir'

/** In the order in which drafts are written: what a draft refers to comes before it. */
export const draftKinds = [
  'organization',
  'location',
  'practitioner',
  'practitioner-role',
  'patient',
  'related-person',
  'coverage',
  'appointment',
  'encounter',
] as const satisfies readonly Draft['kind'][]

export const outcomes = ['created', 'updated', 'unchanged', 'skipped', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * What became of one draft. `reason` is there for what was skipped or rejected, and says what of an update was left as
 * somebody here changed it; it quotes nothing about a person.
 */
export interface DraftOutcome {
  readonly kind: Draft['kind']
  readonly key: string
  readonly path: string
  readonly outcome: Outcome
  readonly reason: string | null
}

/** What an applier answers for one draft: the record it lies in now, or why there is none. */
export type Applied = Written | { readonly is: 'skipped' | 'rejected'; readonly reason: string }

interface Written {
  readonly is: 'written'
  readonly recordId: string
  readonly patientId?: string
  readonly shared?: boolean
  /** What stands in the record by this source. */
  readonly wrote?: Readonly<Record<string, unknown>>
  /** What was left as somebody here changed it, in words. */
  readonly left?: string | null
}

export function written(recordId: string, patientId?: string, by: Pick<Written, 'wrote' | 'left'> = {}): Applied {
  return { is: 'written', recordId, ...(patientId === undefined ? {} : { patientId }), ...by }
}

export function skipped(reason: string): Applied {
  return { is: 'skipped', reason }
}

export function rejected(reason: string): Applied {
  return { is: 'rejected', reason }
}
