import { formatPhone, normalizePhone } from '@foyer/patients'
import { emptyDraft, type PatientDraft } from './draft.ts'
import { isNamed } from './draft-text.ts'

export type TakenKey = Exclude<keyof PatientDraft, 'prefix'>

export interface Offer {
  readonly key: TakenKey
  /** The record says nothing there: nothing would be overwritten. */
  readonly isNew: boolean
}

/** An address is taken over whole. */
const addressKeys: readonly (keyof PatientDraft)[] = ['line', 'city', 'state', 'postalCode']

function shown(key: keyof PatientDraft, draft: PatientDraft): string {
  const value = draft[key]
  if (key === 'phone') return formatPhone(normalizePhone(draft.phone) ?? draft.phone)
  return typeof value === 'string' ? value.trim().toLowerCase() : String(value ?? '')
}

/** What was typed that the record does not say, or says otherwise. What nobody touched is no offer. */
export function offersOf(typed: PatientDraft, record: PatientDraft): readonly Offer[] {
  return (Object.keys(typed) as (keyof PatientDraft)[])
    .filter(isNamed)
    .filter((key) => typed[key] !== emptyDraft[key] && shown(key, typed) !== shown(key, record))
    .map((key) => ({ key, isNew: record[key] === emptyDraft[key] }))
}

/** The record with what was chosen of the typed. */
export function takenOver(
  typed: PatientDraft,
  record: PatientDraft,
  chosen: ReadonlySet<keyof PatientDraft>,
): PatientDraft {
  const keys = new Set<keyof PatientDraft>(chosen)
  if (addressKeys.some((key) => keys.has(key))) for (const key of addressKeys) if (typed[key] !== '') keys.add(key)
  return { ...record, ...Object.fromEntries([...keys].map((key) => [key, typed[key]])) }
}
