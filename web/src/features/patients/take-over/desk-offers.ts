import { formatPhone, normalizePhone } from '@foyer/patients'
import { alertsOf, emptyDraft, type PatientDraft } from '../draft.ts'
import { isNamed } from '../draft-text.ts'

export type DeskKey = Exclude<keyof PatientDraft, 'prefix'>

export interface DeskOffer {
  readonly key: DeskKey
  /** The record says nothing there: nothing would be overwritten. */
  readonly isNew: boolean
}

/** An address is taken over whole. */
const addressKeys: readonly (keyof PatientDraft)[] = ['line', 'city', 'state', 'postalCode']

/** Those on record, and what was typed besides. */
function allAlerts(typed: PatientDraft, record: PatientDraft): string {
  const known = new Set(alertsOf(record).map((alert) => alert.toLowerCase()))
  return [...alertsOf(record), ...alertsOf(typed).filter((alert) => !known.has(alert.toLowerCase()))].join('\n')
}

function shown(key: keyof PatientDraft, draft: PatientDraft): string {
  const value = draft[key]
  if (key === 'phone') return formatPhone(normalizePhone(draft.phone) ?? draft.phone)
  return typeof value === 'string' ? value.trim().toLowerCase() : String(value ?? '')
}

/** What would stand there. */
function takenOf(key: keyof PatientDraft, typed: PatientDraft, record: PatientDraft): PatientDraft {
  return key === 'alerts' ? { ...typed, alerts: allAlerts(typed, record) } : typed
}

/** What was typed that the record does not say, or says otherwise. What nobody touched is no offer. */
export function deskOffers(typed: PatientDraft, record: PatientDraft): readonly DeskOffer[] {
  return (Object.keys(typed) as (keyof PatientDraft)[])
    .filter(isNamed)
    .filter((key) => typed[key] !== emptyDraft[key] && shown(key, takenOf(key, typed, record)) !== shown(key, record))
    .map((key) => ({ key, isNew: key === 'alerts' || record[key] === emptyDraft[key] }))
}

/** The record with what was chosen of the typed; alerts come to those on record. */
export function takenOver(
  typed: PatientDraft,
  record: PatientDraft,
  chosen: ReadonlySet<keyof PatientDraft>,
): PatientDraft {
  const keys = new Set<keyof PatientDraft>(chosen)
  if (addressKeys.some((key) => keys.has(key))) for (const key of addressKeys) if (typed[key] !== '') keys.add(key)
  const taken = Object.fromEntries([...keys].map((key) => [key, typed[key]]))
  return { ...record, ...taken, ...(keys.has('alerts') ? { alerts: allAlerts(typed, record) } : {}) }
}
