import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import { toDrafts } from '../to-drafts.ts'
import type { ExportedPerson } from './exported-person.ts'
import { personBundle } from './person-bundle.ts'

const roleCode = { system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode' }
const open = { from: null, to: null }
const person: ExportedPerson = {
  id: '11111111-1111-7111-8111-111111111111',
  mrn: '0041 7028',
  identifiers: [{ system: 'urn:other', value: 'X-1' }],
  names: [
    { use: 'official', given: ['Maria', 'Luz'], family: 'Nguyen', prefix: null, suffix: 'Jr', period: open },
    { use: 'nickname', given: ['Mai'], family: '', prefix: null, suffix: null, period: open },
    {
      use: 'maiden',
      given: ['Maria'],
      family: 'Tran',
      prefix: null,
      suffix: null,
      period: { from: null, to: '1990-06-01' },
    },
  ],
  birthDate: '1961-03-14',
  isBirthDateEstimated: false,
  multipleBirth: null,
  sex: 'female',
  deceased: false,
  deceasedOn: null,
  birthSex: {
    coding: { system: 'http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender', code: 'F', display: 'Female' },
    text: 'Female',
  },
  genderIdentity: null,
  race: [{ coding: { system: 'urn:oid:2.16.840.1.113883.6.238', code: '2028-9', display: 'Asian' }, text: 'Asiática' }],
  ethnicity: null,
  languages: ['vi', 'en'],
  interpreterNeeded: true,
  generalPractitioner: 'Dr. Yuki Tanaka',
  addresses: [
    { use: 'home', line: '1 Oak St', city: 'Chicago', state: 'IL', postalCode: '60640', period: open },
    {
      use: 'old',
      line: '2 Elm St',
      city: 'Joliet',
      state: 'IL',
      postalCode: '60431',
      period: { from: '2001-01-01', to: '2010-01-01' },
    },
  ],
  contacts: [
    { system: 'phone', value: '+13125550134', use: 'mobile', until: null },
    { system: 'email', value: 'mai@example.org', use: 'home', until: null },
    { system: 'phone', value: '+13125550999', use: 'home', until: '2020-02-02' },
  ],
  replaces: [],
  related: [
    {
      id: '22222222-2222-7222-8222-222222222222',
      name: 'Linh Nguyen',
      given: 'Linh',
      family: 'Nguyen',
      relationship: { coding: { ...roleCode, code: 'DAUC', display: 'daughter' }, text: 'daughter' },
      phone: '+13125550190',
      email: null,
      emergencyRank: 1,
      period: { from: '2020-01-01', to: null },
    },
  ],
  authorities: [
    {
      id: '99999999-9999-7999-8999-999999999999',
      relatedId: '22222222-2222-7222-8222-222222222222',
      kind: { coding: { ...roleCode, code: 'HPOWATT', display: 'healthcare power of attorney' }, text: 'Proxy' },
      isForHealthCareDecisions: true,
      scopes: [
        { code: 'clinical', text: 'health' },
        { code: 'decide', text: 'decide and sign' },
      ],
      period: { from: '2026-01-02', to: '2026-12-31' },
      status: 'active',
      rule: '45 CFR 164.502(g)(2)',
      documentId: '77777777-7777-7777-8777-777777777777',
    },
  ],
  coverages: [
    {
      id: '33333333-3333-7333-8333-333333333333',
      payer: 'Blue Cross',
      plan: 'PPO 1500',
      memberId: 'BL41',
      groupNumber: 'G-9',
      relationship: 'self',
      order: 1,
      period: { from: '2026-01-01', to: null },
      isInForce: true,
    },
  ],
  visits: [
    {
      id: '44444444-4444-7444-8444-444444444444',
      start: '2026-11-30T15:00:00Z',
      end: '2026-11-30T15:30:00Z',
      status: 'roomed',
      type: 'Follow-up',
      site: 'Chicago',
      clinician: 'Dr. Priya Singh',
    },
  ],
  encounters: [
    {
      id: '55555555-5555-7555-8555-555555555555',
      start: '2025-04-16T15:00:00Z',
      end: null,
      type: 'Annual visit',
      reason: 'Back pain',
      place: 'Chicago',
      practitioner: null,
    },
  ],
  consents: [
    {
      id: '66666666-6666-7666-8666-666666666666',
      kind: 'treatment',
      title: 'Consent to treat',
      decision: 'permit',
      signedAt: '2026-01-02T15:00:00Z',
      signedBy: 'Maria Nguyen',
      expiresOn: '2027-01-02',
      revokedAt: null,
    },
  ],
  planRestrictions: [],
  documents: [
    {
      id: '77777777-7777-7777-8777-777777777777',
      title: 'Letter',
      contentType: 'application/pdf',
      createdAt: '2026-01-02T15:00:00Z',
      data: null,
    },
  ],
}
const by = { practice: 'Riverside', at: '2026-11-28T16:00:00Z', provenanceId: '88888888-8888-7888-8888-888888888888' }

function readBack(exported: ExportedPerson) {
  const read = readDocument(JSON.stringify(personBundle(exported, by)))
  if (!read.ok) throw new Error(read.error.text)
  return toDrafts(read.value, { source: 'copy' })
}

test('of a day of death the day is written, and without one that they died', () => {
  const patientOf = (more: Partial<ExportedPerson>) =>
    readBack({ ...person, ...more }).drafts.find(({ kind }) => kind === 'patient')
  expect(patientOf({ deceased: true, deceasedOn: '2026-11-20' })).toMatchObject({
    deceased: true,
    deceasedAt: { value: '2026-11-20', precision: 'day' },
  })
  const dayless = patientOf({ deceased: true, deceasedOn: null })
  expect(dayless).toMatchObject({ deceased: true })
  expect(dayless).not.toHaveProperty('deceasedAt.value')
})

test('what is written reads back as the same person, with what belongs to them', () => {
  const { drafts, rejected } = readBack(person)
  expect(rejected).toEqual([])
  const patient = drafts.find(({ kind }) => kind === 'patient')
  expect(patient).toMatchObject({
    name: { given: ['Maria', 'Luz'], family: 'Nguyen', suffix: 'Jr' },
    preferredName: 'Mai',
    gender: 'female',
    deceased: false,
    generalPractitioner: 'Dr. Yuki Tanaka',
    languages: [
      { code: 'vi', preferred: true },
      { code: 'en', preferred: false },
    ],
  })
  expect(JSON.parse(JSON.stringify(patient))).toMatchObject({
    birthDate: { value: '1961-03-14' },
    identifiers: [
      { system: 'urn:foyer:mrn', value: '0041 7028', type: 'MR' },
      { system: 'urn:other', value: 'X-1' },
    ],
    telecom: [
      { system: 'phone', value: '+13125550134', use: 'mobile', rank: 1 },
      { system: 'email', value: 'mai@example.org', use: 'home', rank: 2 },
      { system: 'phone', value: '+13125550999', use: 'old' },
    ],
  })
  const coverage = drafts.find(({ kind }) => kind === 'coverage')
  expect(coverage).toMatchObject({ memberId: 'BL41', groupNumber: 'G-9', planName: 'PPO 1500', order: 1 })
  const visit = drafts.find(({ kind }) => kind === 'appointment')
  expect(visit).toMatchObject({ status: 'checked-in', visitType: 'Follow-up', start: '2026-11-30T15:00:00Z' })
  const key = patient && 'key' in patient ? patient.key : ''
  for (const draft of [coverage, visit]) expect(draft).toMatchObject({ patientKey: key })
  expect(drafts.find(({ kind }) => kind === 'related-person')).toMatchObject({ relationship: 'daughter' })
  expect(drafts.find(({ kind }) => kind === 'encounter')).toBeDefined()
})

test('what nobody knows is left out, never empty', () => {
  const bundle = JSON.stringify(
    personBundle(
      {
        ...person,
        birthDate: null,
        addresses: [],
        contacts: [],
        race: [],
        birthSex: null,
        generalPractitioner: null,
        related: [],
        authorities: [],
      },
      by,
    ),
  )
  expect(bundle).not.toMatch(/birthDate|telecom|"address"|us-core-race|generalPractitioner|birthsex|null|""/)
  expect(bundle).toContain('"type":"collection"')
})

test('a record that was merged into theirs is linked as replaced, with its number, its names and what else it said', () => {
  const before = {
    ...person,
    id: '12121212-1111-7111-8111-111111111111',
    mrn: '0041 7099',
    identifiers: [],
    names: [{ ...person.names[0]!, family: 'Tranh' }, person.names[1]!],
    birthDate: '1961-04-13',
    contacts: [],
  }
  const both = { ...person, replaces: [before] }
  expect(resources(both)[0]).toMatchObject({
    id: person.id,
    birthDate: '1961-03-14',
    link: [{ other: { reference: '#merged-1' }, type: 'replaces' }],
    contained: [
      {
        resourceType: 'Patient',
        id: 'merged-1',
        active: false,
        identifier: [{ value: '0041 7099' }],
        birthDate: '1961-04-13',
      },
    ],
    identifier: [{ value: '0041 7028' }, { use: 'old', system: 'urn:foyer:mrn', value: '0041 7099' }, { value: 'X-1' }],
    name: [{ family: 'Nguyen' }, {}, {}, { use: 'old', family: 'Tranh' }],
  })
  // Read by another practice it is one person, by the name and the date that count.
  const people = readBack(both).drafts.filter(({ kind }) => kind === 'patient')
  expect(people).toHaveLength(1)
  expect(people[0]).toMatchObject({ name: { family: 'Nguyen' }, birthDate: { value: '1961-03-14' } })
  expect(JSON.stringify(resources(person))).not.toMatch(/contained|replaces|"link"/)
})

test('race is coded by OMB with words beside it, as US Core asks', () => {
  const text = JSON.stringify(personBundle(person, by))
  expect(text).toContain('"code":"2028-9","display":"Asian"')
  expect(text).toContain('{"url":"text","valueString":"Asiática"}')
  expect(text).toContain('"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex","valueCode":"F"')
})

test('nothing is an empty list, and every consent names what it is by', () => {
  const coverages = person.coverages.map((one) => ({ ...one, plan: null, groupNumber: null }))
  const addresses = [{ ...person.addresses[0]!, line: '', state: '' }]
  const text = JSON.stringify(personBundle({ ...person, coverages, addresses }, by))
  expect(text).not.toMatch(/\[\]|""/)
  expect(text).toContain('"policyRule":{"text":"Consent to treat"}')
  expect(text).toContain('patient-interpreterRequired')
})

interface Entry {
  readonly resource: { readonly resourceType: string; readonly id: string; readonly scope?: unknown }
}

function resources(exported: ExportedPerson): readonly Entry['resource'][] {
  return (personBundle(exported, by) as { entry: readonly Entry[] }).entry.map(({ resource }) => resource)
}

test('who may act is a Consent whose actor is the relative, with its days, its law and the document behind it', () => {
  const found = resources(person).find(({ id }) => id === person.authorities[0]?.id)
  expect(found).toMatchObject({
    resourceType: 'Consent',
    status: 'active',
    scope: { coding: [{ code: 'adr' }] },
    category: [{ coding: [{ code: 'hcd' }], text: 'Proxy' }],
    policyRule: { text: '45 CFR 164.502(g)(2)' },
    patient: { reference: `urn:uuid:${person.id}` },
    dateTime: '2026-01-02',
    sourceReference: { reference: 'urn:uuid:77777777-7777-7777-8777-777777777777' },
    provision: {
      type: 'permit',
      period: { start: '2026-01-02', end: '2026-12-31' },
      actor: [
        {
          role: { coding: [{ code: 'HPOWATT' }] },
          reference: { reference: 'urn:uuid:22222222-2222-7222-8222-222222222222' },
        },
      ],
      action: [{ coding: [{ code: 'clinical' }], text: 'health' }, { coding: [{ code: 'decide' }] }],
    },
  })
  expect(resources(person).find(({ resourceType }) => resourceType === 'RelatedPerson')).toMatchObject({
    relationship: [{ coding: [{ code: 'DAUC' }], text: 'daughter' }, { coding: [{ code: 'C' }] }],
    name: [{ text: 'Linh Nguyen', family: 'Nguyen', given: ['Linh'] }],
    period: { start: '2020-01-01' },
  })
})

test('a reference in the bundle leads to a resource of the bundle', () => {
  const urls = new Set(resources(person).map(({ id }) => `urn:uuid:${id}`))
  const named = [...JSON.stringify(resources(person)).matchAll(/"reference":"([^"]+)"/g)].map(([, url = '']) => url)
  expect(named.filter((url) => !urls.has(url))).toEqual([])
  expect(named.length).toBeGreaterThan(5)
})

test.each([
  ['treatment', 'treatment', '59284-0'],
  ['telehealth', 'treatment', '59284-0'],
  ['privacy-notice', 'patient-privacy', 'npp'],
  ['text-messages', 'patient-privacy', '59284-0'],
  ['release', 'patient-privacy', '64292-6'],
  ['financial', null, '59284-0'],
] as const)('a consent of the kind %s has the scope %s and the category %s', (kind, scope, category) => {
  const consent = resources({ ...person, authorities: [], consents: [{ ...person.consents[0]!, kind }] }).find(
    ({ resourceType }) => resourceType === 'Consent',
  )
  expect(consent).toMatchObject({ category: [{ coding: [{ code: category }] }] })
  expect(consent?.scope).toMatchObject(
    scope === null ? { text: 'Financial responsibility' } : { coding: [{ code: scope }] },
  )
})

test('a birth date that is a guess says so beside the date, and reads back as the date', () => {
  const guessed = { ...person, birthDate: '1961', isBirthDateEstimated: true, multipleBirth: true }
  expect(resources(guessed)[0]).toMatchObject({
    birthDate: '1961',
    _birthDate: { extension: [{ url: 'urn:foyer:birth-date-estimated', valueBoolean: true }] },
    multipleBirthBoolean: true,
  })
  expect(JSON.parse(JSON.stringify(readBack(guessed).drafts[0]))).toMatchObject({ birthDate: { value: '1961' } })
  expect(JSON.stringify(resources(person))).not.toMatch(/estimated|multipleBirth/)
})

test('what is kept from the health plan is a disclosure denied, of the visit or of all', () => {
  const [visit] = person.visits
  const noted = { id: '88888888-8888-7888-8888-888888888888', notedAt: '2026-11-20T15:00:00Z', endedAt: null }
  const restriction = (visitId: string | null) =>
    resources({ ...person, consents: [], authorities: [], planRestrictions: [{ ...noted, visitId }] }).find(
      ({ resourceType }) => resourceType === 'Consent',
    )
  expect(restriction(null)).toMatchObject({ status: 'active', provision: { type: 'deny' } })
  expect(restriction(null)).not.toHaveProperty('provision.data')
  expect(restriction(visit!.id)).toMatchObject({
    provision: { data: [{ meaning: 'related', reference: { reference: `urn:uuid:${visit!.id}` } }] },
  })
})
