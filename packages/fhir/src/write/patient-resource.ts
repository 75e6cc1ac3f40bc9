import type {
  ExportedConcept,
  ExportedContact,
  ExportedName,
  ExportedPeriod,
  ExportedPerson,
  ExportedRecord,
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

function extensionsOf({ race, ethnicity, birthSex, genderIdentity, interpreterNeeded }: ExportedRecord): Json[] {
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

function mrnOf({ mrn }: ExportedRecord): Json {
  return {
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
    system: 'urn:foyer:mrn',
    value: mrn,
  }
}

/** Names of records that were merged into this one, but for those that it has itself: they count no more. */
function namesOnceTheirs({ names, replaces }: ExportedPerson): ExportedName[] {
  const said = ({ given, family, prefix, suffix }: ExportedName) => JSON.stringify([given, family, prefix, suffix])
  const own = new Set(names.map(said))
  const others = new Map(replaces.flatMap((record) => record.names.map((name) => [said(name), name] as const)))
  return [...others].flatMap(([key, name]) => (own.has(key) ? [] : { ...name, use: 'old' }))
}

/**
 * The person as US Core's Patient. A record that was merged into theirs has no life of its own any more: it is contained,
 * and the link says that it was replaced (FHIR R4, Patient.link).
 */
export function patientResource(person: ExportedPerson): Json {
  const { replaces } = person
  const nameOfContained = (at: number): string => `merged-${at + 1}`
  const { meta, id, ...said } = recordResource(person)
  return {
    resourceType: 'Patient',
    id,
    meta,
    ...(replaces.length === 0
      ? {}
      : {
          contained: replaces.map((record, at) => ({
            ...recordResource(record),
            id: nameOfContained(at),
            active: false,
          })),
        }),
    ...said,
    identifier: [mrnOf(person), ...replaces.map((one) => ({ use: 'old', ...mrnOf(one) })), ...person.identifiers],
    name: [...person.names, ...namesOnceTheirs(person)].map(nameOf),
    ...(replaces.length === 0
      ? {}
      : { link: replaces.map((_, at) => ({ other: { reference: `#${nameOfContained(at)}` }, type: 'replaces' })) }),
  }
}

function recordResource(person: ExportedRecord): Json {
  const extension = extensionsOf(person)
  return {
    resourceType: 'Patient',
    id: person.id,
    meta: { profile: [`${usCore}/us-core-patient`] },
    ...(extension.length === 0 ? {} : { extension }),
    identifier: [mrnOf(person), ...person.identifiers],
    name: person.names.map(nameOf),
    ...(person.contacts.length === 0 ? {} : { telecom: person.contacts.map(contactOf) }),
    gender: person.sex,
    ...(person.birthDate === null ? {} : { birthDate: person.birthDate }),
    ...(person.birthDate !== null && person.isBirthDateEstimated
      ? { _birthDate: { extension: [{ url: estimated, valueBoolean: true }] } }
      : {}),
    ...(person.deceasedOn === null ? { deceasedBoolean: person.deceased } : { deceasedDateTime: person.deceasedOn }),
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
    ...(person.generalPractitioner === null ? {} : { generalPractitioner: [{ display: person.generalPractitioner }] }),
  }
}
