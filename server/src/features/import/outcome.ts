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

/** What became of one draft. `reason` is there for what was skipped or rejected; it quotes nothing about a person. */
export interface DraftOutcome {
  readonly kind: Draft['kind']
  readonly key: string
  readonly path: string
  readonly outcome: Outcome
  readonly reason: string | null
}

/** What an applier answers for one draft: the record it lies in now, or why there is none. */
export type Applied =
  | { readonly is: 'written'; readonly recordId: string; readonly patientId?: string; readonly shared?: boolean }
  | { readonly is: 'skipped' | 'rejected'; readonly reason: string }

export function written(recordId: string, patientId?: string): Applied {
  return { is: 'written', recordId, ...(patientId === undefined ? {} : { patientId }) }
}

export function skipped(reason: string): Applied {
  return { is: 'skipped', reason }
}

export function rejected(reason: string): Applied {
  return { is: 'rejected', reason }
}
