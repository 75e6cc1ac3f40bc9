import type { DemoPlan, PlannedPatient } from '@foyer/demo'
import { displayName, lastDayOf } from '@foyer/patients'
import { bodyHash } from '../features/consents/index.ts'
import type { SeedRows } from '../features/import/index.ts'
import { seedId } from './seed-id.ts'

type Text = DemoPlan['consentTexts'][number]

/** Long before anybody of the demo signed. */
const SINCE = '2015-01-01'

function textId({ kind, language, version }: Text): string {
  return seedId('consent-text', `${kind} ${version} ${language}`)
}

export function consentTextRows(plan: DemoPlan, writtenAt: string): SeedRows['consent_text'] {
  return plan.consentTexts.map((text) => ({
    id: textId(text),
    kind: text.kind,
    version: text.version,
    language: text.language,
    title: text.title,
    body: text.body,
    // Rows go as JSON, in which the column takes bytes as this text.
    body_hash: `\\x${bodyHash(text.body).toString('hex')}` as unknown as Buffer,
    scope: text.scope,
    valid_days: text.validDays,
    effective_from: SINCE,
    effective_to: null,
    is_material: true,
    written_at: writtenAt,
    written_by: null,
  }))
}

const signed = ['treatment', 'privacy-notice'] as const

/** Whoever signed, signed what everybody is asked, in words they read. */
export function consentRows(plan: DemoPlan): SeedRows['consent'] {
  return plan.patients.flatMap((patient) => signed.flatMap((kind) => consentRow(plan, patient, kind)))
}

function consentRow(plan: DemoPlan, patient: PlannedPatient, kind: Text['kind']): SeedRows['consent'][number][] {
  const { consentSignedOn: on, key } = patient
  const language = patient.language.startsWith('es') ? 'es' : 'en'
  const text = plan.consentTexts.find((one) => one.kind === kind && one.language === language)
  if (on === null || !text) return []
  const name = displayName(patient.name)
  return [
    {
      id: seedId('consent', `${key} ${kind}`),
      patient_id: seedId('patient', key),
      consent_text_id: textId(text),
      decision: 'permit',
      signed_at: `${on}T12:00:00Z`,
      signed_by_name: name,
      related_person_id: null,
      signature: name,
      signed_with: 'typed',
      expires_on: lastDayOf(on, text.validDays, null),
      revoked_at: null,
      revoked_reason: null,
      recorded_by: null,
    },
  ]
}
