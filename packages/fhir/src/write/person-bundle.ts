import { authorityResource, consentResource, planRestrictionResource } from './consent-resources.ts'
import type { ExportedPerson } from './exported-person.ts'
import { patientResource, periodOf } from './patient-resource.ts'
import { relatedPersonResource } from './related-person-resource.ts'

type Json = Readonly<Record<string, unknown>>

/** FHIR R4's AppointmentStatus of what the desk says of a visit. */
const appointmentStatus = {
  booked: 'booked',
  arrived: 'arrived',
  roomed: 'checked-in',
  'with-clinician': 'checked-in',
  'checked-out': 'fulfilled',
  cancelled: 'cancelled',
  'no-show': 'noshow',
} as const

const words = (text: string): Json => ({ text })

function resourcesOf(person: ExportedPerson): Json[] {
  const patient = { reference: `urn:uuid:${person.id}` }
  return [
    patientResource(person),
    ...person.related.map((one) => relatedPersonResource(one, patient)),
    ...person.authorities.map((one) => authorityResource(one, patient)),
    ...person.coverages.map((one) => {
      const period = periodOf(one.period)
      const classes = [
        ...(one.plan === null ? [] : [classOf('plan', one.plan, one.plan)]),
        ...(one.groupNumber === null ? [] : [classOf('group', one.groupNumber)]),
      ]
      return {
        resourceType: 'Coverage',
        id: one.id,
        status: one.isInForce ? 'active' : 'cancelled',
        beneficiary: patient,
        payor: [{ display: one.payer }],
        relationship: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/subscriber-relationship', code: one.relationship }],
        },
        order: one.order,
        ...(one.memberId === null ? {} : { subscriberId: one.memberId, identifier: [memberNumber(one.memberId)] }),
        ...(period ? { period } : {}),
        ...(classes.length === 0 ? {} : { class: classes }),
      }
    }),
    ...person.visits.map((one) => ({
      resourceType: 'Appointment',
      id: one.id,
      status: appointmentStatus[one.status],
      serviceType: [words(one.type)],
      start: one.start,
      end: one.end,
      participant: [
        { actor: patient, status: 'accepted' },
        ...(one.clinician === null ? [] : [{ actor: { display: one.clinician }, status: 'accepted' }]),
        { actor: { display: one.site }, status: 'accepted' },
      ],
    })),
    ...person.encounters.map((one) => ({
      resourceType: 'Encounter',
      id: one.id,
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      type: [words(one.type)],
      subject: patient,
      period: { start: one.start, ...(one.end === null ? {} : { end: one.end }) },
      ...(one.reason === null ? {} : { reasonCode: [words(one.reason)] }),
      ...(one.practitioner === null ? {} : { participant: [{ individual: { display: one.practitioner } }] }),
      ...(one.place === null ? {} : { location: [{ location: { display: one.place } }] }),
    })),
    ...person.consents.map((one) => consentResource(one, patient)),
    ...person.planRestrictions.map((one) => planRestrictionResource(one, patient)),
    ...person.documents.map((one) => ({
      resourceType: 'DocumentReference',
      id: one.id,
      status: 'current',
      subject: patient,
      date: one.createdAt,
      description: one.title,
      content: [
        {
          attachment: {
            contentType: one.contentType,
            title: one.title,
            ...(one.data === null ? {} : { data: one.data }),
          },
        },
      ],
    })),
  ]
}

function memberNumber(value: string): Json {
  return { type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MB' }] }, value }
}

function classOf(code: 'plan' | 'group', value: string, name?: string): Json {
  return {
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/coverage-class', code }] },
    value,
    ...(name === undefined ? {} : { name }),
  }
}

/**
 * One person's record as a FHIR R4 bundle of type `collection`, with who made it when as its Provenance.
 * @param at instant in UTC
 */
export function personBundle(
  person: ExportedPerson,
  by: { readonly practice: string; readonly at: string; readonly provenanceId: string },
): Json {
  const resources = resourcesOf(person)
  const provenance = {
    resourceType: 'Provenance',
    id: by.provenanceId,
    target: [{ reference: `urn:uuid:${person.id}` }],
    recorded: by.at,
    agent: [{ who: { display: by.practice } }],
  }
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: by.at,
    entry: [...resources, provenance].map((resource) => ({
      fullUrl: `urn:uuid:${String((resource as { id?: unknown }).id)}`,
      resource,
    })),
  }
}
