import type {
  ExportedConcept,
  ExportedContact,
  ExportedName,
  ExportedPeriod,
  ExportedPerson,
} from './exported-person.ts'

type Json = Readonly<Record<string, unknown>>

const interpreterRequired = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired'
/** FHIR R4 has no place of its own for a date that is a guess. */
const estimated = 'urn:foyer:birth-date-estimated'
const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition'

export function periodOf({ from, to }: ExportedPeriod): Json | undefined {
  if (from === null && to === null) return undefined
  return { ...(from === null ? {} : { start: from }), ...(to === null ? {} : { end: to }) }
}

/** A CodeableConcept: the coding where there is one, and the words. */
export function conceptOf({ coding, text }: ExportedConcept): Json {
  return { ...(coding === null ? {} : { coding: [coding] }), text }
}

/** US Core 6.1 asks for the codes of OMB's categories and for words (us-core-race, us-core-ethnicity). */
function originOf(name: 'race' | 'ethnicity', concepts: readonly ExportedConcept[]): Json[] {
  if (concepts.length === 0) return []
  return [
    {
      url: `${usCore}/us-core-${name}`,
      extension: [
        ...concepts.flatMap(({ coding }) => (coding === null ? [] : { url: 'ombCategory', valueCoding: coding })),
        { url: 'text', valueString: concepts.map(({ text }) => text).join(', ') },
      ],
    },
  ]
}

function extensionsOf({ race, ethnicity, birthSex, genderIdentity, interpreterNeeded }: ExportedPerson): Json[] {
  return [
    ...(interpreterNeeded ? [{ url: interpreterRequired, valueBoolean: true }] : []),
    ...originOf('race', race),
    ...originOf('ethnicity', ethnicity === null ? [] : [ethnicity]),
    ...(birthSex?.coding ? [{ url: `${usCore}/us-core-birthsex`, valueCode: birthSex.coding.code }] : []),
    ...(genderIdentity === null
      ? []
      : [{ url: `${usCore}/us-core-genderIdentity`, valueCodeableConcept: conceptOf(genderIdentity) }]),
  ]
}

function nameOf({ use, given, family, prefix, suffix, period }: ExportedName): Json {
  const during = periodOf(period)
  return {
    use,
    ...(family === '' ? {} : { family }),
    ...(given.length === 0 ? {} : { given }),
    ...(prefix === null ? {} : { prefix: [prefix] }),
    ...(suffix === null ? {} : { suffix: [suffix] }),
    ...(during ? { period: during } : {}),
  }
}

function contactOf({ system, value, use, until }: ExportedContact, at: number): Json {
  if (until !== null) return { system, value, use: 'old', period: { end: until } }
  return { system, value, use, rank: at + 1 }
}

/** The person as US Core's Patient. */
export function patientResource(person: ExportedPerson): Json {
  const extension = extensionsOf(person)
  return {
    resourceType: 'Patient',
    id: person.id,
    meta: { profile: [`${usCore}/us-core-patient`] },
    ...(extension.length === 0 ? {} : { extension }),
    identifier: [
      {
        type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
        system: 'urn:foyer:mrn',
        value: person.mrn,
      },
      ...person.identifiers,
    ],
    name: person.names.map(nameOf),
    ...(person.contacts.length === 0 ? {} : { telecom: person.contacts.map(contactOf) }),
    gender: person.sex,
    ...(person.birthDate === null ? {} : { birthDate: person.birthDate }),
    ...(person.birthDate !== null && person.isBirthDateEstimated
      ? { _birthDate: { extension: [{ url: estimated, valueBoolean: true }] } }
      : {}),
    deceasedBoolean: person.deceased,
    ...(person.multipleBirth === null ? {} : { multipleBirthBoolean: person.multipleBirth }),
    ...(person.addresses.length === 0
      ? {}
      : {
          address: person.addresses.map(({ use, line, city, state, postalCode, period }) => {
            const during = periodOf(period)
            const parts = Object.entries({ city, state, postalCode }).filter(([, text]) => text !== '')
            return {
              use,
              ...(line === '' ? {} : { line: [line] }),
              ...Object.fromEntries(parts),
              ...(during ? { period: during } : {}),
            }
          }),
        }),
    ...(person.languages.length === 0
      ? {}
      : {
          communication: person.languages.map((code, at) => ({
            language: { coding: [{ system: 'urn:ietf:bcp:47', code }] },
            preferred: at === 0,
          })),
        }),
  }
}
