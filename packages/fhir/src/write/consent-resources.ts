import type { ExportedAuthority, ExportedConsent, ExportedPlanRestriction } from './exported-person.ts'
import { conceptOf, periodOf } from './patient-resource.ts'

type Json = Readonly<Record<string, unknown>>

const consentScope = 'http://terminology.hl7.org/CodeSystem/consentscope'
const consentCategory = 'http://terminology.hl7.org/CodeSystem/consentcategorycodes'
const loinc = 'http://loinc.org'

const treatment: Json = { coding: [{ system: consentScope, code: 'treatment', display: 'Treatment' }] }
const privacy: Json = { coding: [{ system: consentScope, code: 'patient-privacy', display: 'Privacy Consent' }] }
const directive: Json = { coding: [{ system: consentScope, code: 'adr', display: 'Advanced Care Directive' }] }

/**
 * Value set consent-scope of R4: care, in the room or by video, is consented to as treatment; the notice, texts to a
 * number and a release are about who uses and is given what. Who pays is neither, and the binding is extensible: words.
 */
const scopes: Readonly<Record<ExportedConsent['kind'], Json>> = {
  treatment,
  telehealth: treatment,
  'privacy-notice': privacy,
  'text-messages': privacy,
  release: privacy,
  financial: { text: 'Financial responsibility' },
}

const patientConsent: Json = { system: loinc, code: '59284-0', display: 'Patient Consent' }
const categories: Readonly<Partial<Record<ExportedConsent['kind'], Json>>> = {
  'privacy-notice': { system: consentCategory, code: 'npp', display: 'Notice of Privacy Practices' },
  release: { system: loinc, code: '64292-6', display: 'Release of information consent' },
}

/** What somebody signed or declined. */
export function consentResource(one: ExportedConsent, patient: Json): Json {
  return {
    resourceType: 'Consent',
    id: one.id,
    status: one.revokedAt === null ? (one.decision === 'permit' ? 'active' : 'rejected') : 'inactive',
    scope: scopes[one.kind],
    category: [{ coding: [categories[one.kind] ?? patientConsent], text: one.title }],
    policyRule: { text: one.title },
    patient,
    dateTime: one.signedAt,
    performer: [{ display: one.signedBy }],
    provision: {
      type: one.decision,
      ...(one.expiresOn === null ? {} : { period: { end: one.expiresOn } }),
    },
  }
}

/**
 * What a relative may do or be told: R4 has Consent for it, with the relative as the actor, what they may as actions and
 * the law as the policy. Who decides on health care when the patient cannot is an advance care directive.
 */
export function authorityResource(one: ExportedAuthority, patient: Json): Json {
  const period = periodOf(one.period)
  const category = one.isForHealthCareDecisions
    ? { system: consentCategory, code: 'hcd', display: 'Health Care Directive' }
    : { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IDSCL', display: 'information disclosure' }
  return {
    resourceType: 'Consent',
    id: one.id,
    status: one.status,
    scope: one.isForHealthCareDecisions ? directive : privacy,
    category: [{ coding: [category], text: one.kind.text }],
    policyRule: { text: one.rule },
    patient,
    ...(one.period.from === null ? {} : { dateTime: one.period.from }),
    ...(one.documentId === null ? {} : { sourceReference: { reference: `urn:uuid:${one.documentId}` } }),
    provision: {
      type: 'permit',
      ...(period ? { period } : {}),
      actor: [{ role: conceptOf(one.kind), reference: { reference: `urn:uuid:${one.relatedId}` } }],
      action: one.scopes.map(({ code, text }) => ({
        coding: [{ system: 'urn:foyer:authority-scope', code }],
        text,
      })),
    },
  }
}

/** A disclosure that the patient denies: to the health plan, of one visit or of all, since they asked for it. */
export function planRestrictionResource(one: ExportedPlanRestriction, patient: Json): Json {
  return {
    resourceType: 'Consent',
    id: one.id,
    status: one.endedAt === null ? 'active' : 'inactive',
    scope: privacy,
    category: [{ coding: [patientConsent], text: 'Restriction of disclosures to a health plan' }],
    policyRule: { text: '45 CFR 164.522(a)(1)(vi)' },
    patient,
    dateTime: one.notedAt,
    provision: {
      type: 'deny',
      period: { start: one.notedAt, ...(one.endedAt === null ? {} : { end: one.endedAt }) },
      actor: [{ role: { text: 'health plan' }, reference: { display: 'Every health plan of the patient' } }],
      ...(one.visitId === null
        ? {}
        : { data: [{ meaning: 'related', reference: { reference: `urn:uuid:${one.visitId}` } }] }),
    },
  }
}
