import { consents, duplicates, patients, peopleExport, record, relatives } from '@foyer/contract'
import { formatMrn } from '@foyer/patients'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfText } from '../../platform/testing/pdf-text.ts'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aConsent, aCoverage, aPatient } from '../patients/testing.ts'
import { aDocument, aSiteIn, aVisitFor } from '../relatives/testing.ts'

let t: TestApp
let lead: TestClient
let patientId: string
let proof: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-28T16:00:00Z')
  lead = await t.riverside.as('lead')
  await aSiteIn(t.riverside.db, 'IL')
})
afterAll(() => t.stop())

/** Somebody of whom every kind of fact is known. */
beforeEach(async () => {
  const { db } = t.riverside
  patientId = await aPatient(db, {
    given: 'Luz',
    middle: 'Abril',
    family: 'Morales',
    preferred: 'Lucita',
    birth_date: '1958-07',
    birth_date_estimated: true,
    sex: 'female',
    birth_sex: 'male',
    gender_identity: 'transgender-female',
    pronouns: 'ella',
    race: ['white', 'american-indian'],
    ethnicity: 'hispanic',
    language: 'es',
    further_languages: ['vi'],
    interpreter_needed: true,
    accessibility: ['hard-of-hearing'],
    alerts: ['Call the daughter first'],
    occupation: 'Weaver',
    contact_preference: 'letter',
    phone: '3125550188',
    email: 'luz@example.org',
    address: { line: '12 Elm St', city: 'Joliet', state: 'IL', postalCode: '60431' },
  })
  proof = await aDocument(db, patientId)
  await aCoverage(db, { patient_id: patientId })
  await aVisitFor(db, patientId, { start: '2026-12-03T16:00:00Z' })
  const details = (await lead.call(record.readRecord, { patientId })).body
  const changed = await lead.call(record.changeBackground, {
    patientId,
    version: details.version,
    birthDate: '1958-07',
    birthDateEstimated: true,
    sex: 'female',
    birthSex: 'male',
    genderIdentity: 'transgender-female',
    pronouns: 'ella',
    multipleBirth: null,
    race: ['white'],
    ethnicity: 'hispanic',
  })
  expect(changed.status).toBe(200)
})

interface Kin {
  readonly given: string
  readonly relationship: string
  readonly phone: string
  readonly kind: 'health-care-proxy' | 'may-know' | 'guarantor'
  readonly documentId?: string
}

async function aRelative({ given, relationship, phone, kind, documentId }: Kin): Promise<string> {
  const person = { given, family: 'Morales', relationship, phone, emergencyRank: 1 }
  const { id } = (await lead.call(relatives.addRelative, { patientId, ...person })).body
  const granted = await lead.call(relatives.grantAuthority, {
    patientId,
    relatedPersonId: id,
    kind,
    ...(documentId === undefined ? {} : { documentId }),
  })
  expect(granted.status).toBe(200)
  return id
}

const daughter = () =>
  aRelative({
    given: 'Ana',
    relationship: 'daughter',
    phone: '3125550111',
    kind: 'health-care-proxy',
    documentId: proof,
  })
const friend = () => aRelative({ given: 'Otto', relationship: 'friend', phone: '3125550122', kind: 'may-know' })

async function ask(more: object = {}): Promise<string> {
  const asked = { patientId, identityCheck: 'known', form: 'pdf', language: 'en', ...more } as const
  return (await lead.call(peopleExport.requestAccess, asked)).body.id
}

/** The words of the paper; a line that was broken is one again. */
async function paper(more: object = {}): Promise<string> {
  const answer = await lead.call(peopleExport.readCopyPdf, { patientId, requestId: await ask(more) })
  expect(answer.status).toBe(200)
  return pdfText(answer.raw).replaceAll(/\s+/g, ' ')
}

interface Resource {
  readonly resourceType: string
  readonly id: string
}

async function bundle(more: object = {}): Promise<readonly Resource[]> {
  const answer = await lead.call(peopleExport.readCopyFhir, {
    patientId,
    requestId: await ask({ form: 'fhir', ...more }),
  })
  expect(answer.status).toBe(200)
  const { entry } = JSON.parse(answer.raw.toString('utf8')) as { entry: readonly { resource: Resource }[] }
  return entry.map(({ resource }) => resource)
}

test('the paper in English says every fact in words', async () => {
  await daughter()
  const text = await paper()
  for (const fact of [
    'A copy of your record',
    'Luz “Lucita” Morales · 00',
    'Luz Abril Morales',
    'Lucita',
    'Birth date: July 1958 (a guess)',
    'Sex: Female',
    'Sex at birth: Male',
    'Gender: Transgender woman',
    'Pronouns: ella',
    'Race: White',
    'Ethnicity: Hispanic or Latino',
    'Language: Spanish, Vietnamese · with an interpreter',
    'Accessibility needs: Hard of hearing',
    'Alerts: Call the daughter first',
    'Occupation: Weaver',
    '(312) 555-0188 · mobile',
    'luz@example.org 12 Elm St, Joliet, IL 60431',
    'Wants to be reached by: Letter',
    'Ana Morales · daughter · (312) 555-0111 · called in an emergency as number 1',
    'Ana Morales · Health care proxy · when visits are, bills and coverage, health, copies of the record',
    'since Nov 28, 2026 · in force',
    'Prairie Health Plan · Choice PPO · M100200300 · since Jan 1, 2020',
    'Dec 3, 2026, 10:00 AM · Visit',
    'Letters of guardianship',
    'Nov 28, 2026 · Race · White, American Indian or Alaska Native → White',
    'What somebody may · nothing → Health care proxy, Ana Morales',
  ])
    expect(text).toContain(fact)
})

test('the paper in Spanish says them in Spanish, and no word of it in English', async () => {
  await daughter()
  const text = await paper({ language: 'es' })
  for (const fact of [
    'Una copia de su registro',
    'Fecha de nacimiento: julio de 1958 (aproximada)',
    'Sexo: Femenino',
    'Sexo al nacer: Masculino',
    'Género: Mujer transgénero',
    'Raza: Blanca',
    'Origen étnico: Hispana o latina',
    'Idioma: español, vietnamita · con intérprete',
    'Necesidades de accesibilidad: Oye poco',
    '(312) 555-0188 · móvil',
    'Prefiere contacto por: Carta',
    'Ana Morales · hija · (312) 555-0111',
    'Ana Morales · Apoderado de salud · cuándo son las citas, pagos y cobertura, salud, copias del expediente',
    'vigente',
    'Cita · Site',
    'Raza · Blanca, Indígena de las Américas o nativo de Alaska → Blanca',
  ])
    expect(text).toContain(fact)
  for (const english of [
    'White',
    'Hispanic',
    'Female',
    'Male',
    'Hard of hearing',
    '· daughter',
    'proxy',
    'Race',
    'Visit',
  ])
    expect(text).not.toContain(english)
})

test('messages that went out are in it, and none that waits or failed', async () => {
  const { db } = t.riverside
  const row = { patient_id: patientId, to_address: 'luz@example.org', language: 'es', body: '' }
  const at = '2026-11-20T15:00:00Z'
  await db
    .insertInto('message')
    .values([
      { ...row, id: crypto.randomUUID(), created_at: at, subject: 'Your visit', state: 'sent', sent_at: at },
      { ...row, id: crypto.randomUUID(), created_at: at, subject: 'Never told', state: 'failed', told_at: at },
      { ...row, id: crypto.randomUUID(), created_at: at, subject: 'Still here', state: 'waiting' },
    ])
    .execute()
  const text = await paper()
  expect(text).toContain('Your visit')
  expect(text).not.toMatch(/Never told|Still here/)
})

test('no paper holds a code, a key or JSON', async () => {
  await daughter()
  for (const language of ['en', 'es'])
    expect(await paper({ language })).not.toMatch(
      /transgender-female|hard-of-hearing|american-indian|health-care-proxy|genderIdentity|birthDate|\[object|[{}[\]"]|null|undefined|\+1312/,
    )
})

test('the bundle holds who may act: the person, what they may, since when, by which law, and the paper behind it', async () => {
  const relatedPersonId = await daughter()
  const resources = await bundle()
  expect(resources.find(({ id }) => id === relatedPersonId)).toMatchObject({
    resourceType: 'RelatedPerson',
    relationship: [{ coding: [{ code: 'DAUC' }], text: 'daughter' }, { coding: [{ code: 'C' }] }],
    telecom: [{ system: 'phone', value: '+13125550111' }],
  })
  expect(resources.find(({ resourceType }) => resourceType === 'Consent')).toMatchObject({
    status: 'active',
    scope: { coding: [{ code: 'adr' }] },
    policyRule: { text: '45 CFR 164.502(g)(2)' },
    sourceReference: { reference: `urn:uuid:${proof}` },
    provision: {
      period: { start: '2026-11-28' },
      actor: [{ role: { coding: [{ code: 'HPOWATT' }] }, reference: { reference: `urn:uuid:${relatedPersonId}` } }],
    },
  })
  expect(resources.find(({ resourceType }) => resourceType === 'Patient')).toMatchObject({
    birthDate: '1958-07',
    _birthDate: { extension: [{ valueBoolean: true }] },
    gender: 'female',
  })
  const spanish = JSON.stringify(await bundle({ language: 'es' }))
  expect(spanish).toContain('"valueString":"Blanca"')
  expect(spanish).toContain('"text":"Mujer transgénero"')
})

test('a signed text has the scope of its kind', async () => {
  const { db } = t.riverside
  const manager = await t.riverside.as('manager')
  const kinds = { release: 'patient-privacy', 'privacy-notice': 'patient-privacy', treatment: 'treatment' }
  for (const kind of ['release', 'privacy-notice'] as const) {
    const words = { kind, title: `Text ${kind}`, body: 'Words.', scope: 'Here', effectiveFrom: '2026-11-28' }
    const written = await manager.call(consents.writeConsentText, { ...words, language: 'en' })
    await aConsent(db, { patient_id: patientId, consent_text_id: written.body.text.id })
  }
  await aConsent(db, { patient_id: patientId })
  const scopes = (await bundle())
    .filter(({ resourceType }) => resourceType === 'Consent')
    .map((one) => (one as unknown as { scope: { coding: { code: string }[] } }).scope.coding[0]?.code ?? '')
  expect(scopes.toSorted((a, b) => a.localeCompare(b))).toEqual(Object.values(kinds))
})

test('an authority that ended or is ruled out says only that it is not in force', async () => {
  const id = await friend()
  const barred = { given: 'Otto', family: 'Morales', relationship: 'friend', barred: 'endangers' } as const
  const changed = await lead.call(relatives.changeRelative, { patientId, relatedPersonId: id, version: 1, ...barred })
  expect(changed.status).toBe(200)
  const text = await paper()
  expect(text).toContain('Otto Morales · May know')
  expect(text).toContain('not in force')
  expect(text).not.toMatch(/danger|ruled out/)
  const consent = (await bundle()).find(({ resourceType }) => resourceType === 'Consent')
  expect(consent).toMatchObject({ status: 'inactive' })
  expect(JSON.stringify(consent)).not.toMatch(/danger|barred/)
})

test('a proxy reads what they themselves may, and nothing of others or of what the patient keeps', async () => {
  const relatedPersonId = await daughter()
  const other = await friend()
  const asked = { relatedPersonId }
  const text = await paper(asked)
  for (const fact of [
    'Given to Ana Morales',
    'What you may do and be told',
    'Ana Morales · Health care proxy',
    'Race: White',
    'Birth date: July 1958 (a guess)',
    'Prairie Health Plan',
  ])
    expect(text).toContain(fact)
  expect(text).not.toMatch(/Otto|5550122|555-0122|friend|May know/)
  expect(text).not.toMatch(/Lucita|Transgender|Sex at birth|ella|Call the daughter|guardianship|What was changed/)
  const resources = JSON.stringify(await bundle(asked))
  expect(resources).toContain(relatedPersonId)
  for (const mark of [other, 'Otto', '5550122', proof, 'Lucita', 'transgender', 'birthsex', 'Call the daughter'])
    expect(resources).not.toContain(mark)
})

/** Another record of hers, known by her former name, changed at the desk and merged into the first. Answers its MRN. */
async function merged(columns: object = {}): Promise<string> {
  const { db } = t.riverside
  const other = await aPatient(db, {
    given: 'Lucía',
    middle: 'Abril',
    family: 'Zárate',
    preferred: 'Luchi',
    birth_date: '1958-08-07',
    sex: 'female',
    phone: '3125550188',
    email: 'zarate@example.org',
    address: { line: '7 Ash Ct', city: 'Elgin', state: 'IL', postalCode: '60120' },
    ...columns,
  })
  await db
    .updateTable('contact_point')
    .set({ use: 'work' })
    .where('patient_id', '=', other)
    .where('system', '=', 'phone')
    .execute()
  const details = (await lead.call(record.readRecord, { patientId: other })).body
  await lead.call(record.changeBackground, {
    patientId: other,
    version: details.version,
    birthDate: '1958-08-07',
    birthDateEstimated: false,
    sex: 'female',
    birthSex: null,
    genderIdentity: null,
    pronouns: null,
    multipleBirth: null,
    race: ['asian'],
    ethnicity: null,
  })
  const { version } = (await lead.call(patients.readPatient, { patientId })).body.patient
  const face = { birthDate: 'survivor', race: 'survivor', address: 'survivor' } as const
  const senior = await t.riverside.as('senior')
  const both = { patientId, mergedId: other, version, mergedVersion: details.version + 1, face }
  expect((await senior.call(duplicates.mergePatients, both)).status).toBe(200)
  const { mrn } = await db.selectFrom('patient').select('mrn').where('id', '=', other).executeTakeFirstOrThrow()
  return formatMrn(mrn)
}

test('what a merged record said otherwise is on the paper, under its number', async () => {
  const mrn = await merged()
  const text = await paper()
  for (const fact of [
    `Record ${mrn}, which is one with this record now`,
    `MRN: ${mrn} Lucía Abril Zárate`,
    'Birth date: Aug 7, 1958',
    'Race: Asian',
    '(312) 555-0188 · work',
    '7 Ash Ct, Elgin, IL 60120',
    `Race · nothing → Asian · in record ${mrn}`,
    // It followed, and is hers as the others are.
    'zarate@example.org',
  ])
    expect(text).toContain(fact)
  expect(text.split('zarate@example.org')).toHaveLength(2)
  const spanish = await paper({ language: 'es' })
  for (const fact of [`Registro ${mrn}, que ahora es uno con este`, 'Raza: Asiática', `· en el registro ${mrn}`])
    expect(spanish).toContain(fact)
})

test('in the bundle the merged record is contained and linked as replaced, its number and name are old', async () => {
  const mrn = await merged()
  const [person] = await bundle()
  expect(person).toMatchObject({
    id: patientId,
    link: [{ type: 'replaces', other: { reference: '#merged-1' } }],
    contained: [
      {
        resourceType: 'Patient',
        id: 'merged-1',
        active: false,
        birthDate: '1958-08-07',
        address: [{ line: ['7 Ash Ct'] }],
        telecom: [{ value: '+13125550188', use: 'work' }],
      },
    ],
  })
  const { identifier, name } = person as unknown as Readonly<Record<'identifier' | 'name', readonly object[]>>
  expect(identifier).toContainEqual(expect.objectContaining({ use: 'old', value: mrn }))
  expect(name).toContainEqual(expect.objectContaining({ use: 'old', family: 'Zárate' }))
})

test('a proxy reads of a merged record no more than of the one that speaks for it', async () => {
  const mrn = await merged({ confidential_contact: JSON.stringify({ ways: ['letter'] }), pronouns: 'elle' })
  await t.riverside.db.updateTable('patient').set({ confidential_contact: null }).where('id', '=', patientId).execute()
  const asked = { relatedPersonId: await daughter() }
  const both = `${await paper(asked)} ${JSON.stringify(await bundle(asked))}`
  expect(both).toContain(mrn)
  expect(both).toContain('Zárate')
  expect(both).not.toMatch(/Luchi|7 Ash|elle|What was changed/)
})

test('no copy is made by who may not open a record that belongs to it', async () => {
  await merged()
  await t.riverside.db.updateTable('patient').set({ restriction: 'vip' }).where('merged_into', '=', patientId).execute()
  const senior = await t.riverside.as('senior')
  const requestId = await ask()
  expect((await senior.call(peopleExport.readCopyPdf, { patientId, requestId })).problem).toBe('restricted')
  expect(await paper()).toContain('Zárate')
})
