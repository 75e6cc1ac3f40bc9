import type { ExportedRelative } from './exported-person.ts'
import { conceptOf, periodOf } from './patient-resource.ts'

type Json = Readonly<Record<string, unknown>>

/** Who is called in an emergency is an emergency contact of HL7 table 0131 besides what they are to the patient. */
const emergency: Json = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code: 'C', display: 'Emergency Contact' }],
}

export function relatedPersonResource(person: ExportedRelative, patient: Json): Json {
  const { id, name, given, family, relationship, phone, email, emergencyRank } = person
  const period = periodOf(person.period)
  const kinds = [
    ...(relationship.text === '' ? [] : [conceptOf(relationship)]),
    ...(emergencyRank === null ? [] : [emergency]),
  ]
  const telecom = [
    ...(phone === null ? [] : [{ system: 'phone', value: phone }]),
    ...(email === null ? [] : [{ system: 'email', value: email }]),
  ]
  return {
    resourceType: 'RelatedPerson',
    id,
    patient,
    ...(kinds.length === 0 ? {} : { relationship: kinds }),
    name: [{ text: name, ...(family ? { family } : {}), ...(given ? { given: [given] } : {}) }],
    ...(telecom.length === 0 ? {} : { telecom }),
    ...(period ? { period } : {}),
  }
}
