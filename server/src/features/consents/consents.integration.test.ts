import { consents, duplicates, patients, relatives, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfText } from '../../platform/testing/pdf-text.ts'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aConsent, aPatient } from '../patients/testing.ts'

let t: TestApp
let desk: TestClient
let manager: TestClient
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-28T15:00:00Z')
  desk = await t.riverside.as('coordinator')
  manager = await t.riverside.as('manager')
  await t.riverside.db
    .insertInto('site')
    .values({ id: t.clock.id(), name: 'Main Street', time_zone: 'America/Chicago' })
    .execute()
})
afterAll(() => t.stop())
beforeEach(async () => {
  await later('2026-11-28T15:00:00Z')
  patientId = await aPatient(t.riverside.db, { language: 'es' })
})

/** Time goes on, and sessions end meanwhile. */
async function later(instant: string): Promise<void> {
  t.clock.set(instant)
  desk = await t.riverside.another('coordinator')
  manager = await t.riverside.another('manager')
}

const typed = { with: 'typed', name: 'Mai Nguyen' } as const

async function read(of = patientId) {
  return (await desk.call(consents.readConsents, { patientId: of })).body
}

async function needOf(kind: string, of = patientId) {
  return (await read(of)).needs.find((need) => need.kind === kind)
}

async function sign(consentTextId: string, more: object = {}) {
  return desk.call(consents.signConsent, { patientId, consentTextId, decision: 'permit', signature: typed, ...more })
}

async function write(more: object = {}) {
  return manager.call(consents.writeConsentText, {
    kind: 'financial',
    language: 'en',
    title: 'What I pay',
    body: 'I pay what my plan does not.',
    scope: 'Bills of this practice',
    effectiveFrom: '2026-11-28',
    ...more,
  })
}

test('asked in Spanish, signed, good for a year, not asked again; the history says so', async () => {
  const need = await needOf('treatment')
  expect(need).toMatchObject({ state: 'missing', isAsked: true })
  const signed = await sign(need?.textId ?? '')
  expect(signed.body.expiresOn).toBe('2027-11-28')
  const body = await read()
  expect(body.needs).toMatchObject([{ kind: 'treatment', state: 'signed', isAsked: false, consentId: signed.body.id }])
  expect(body.given).toMatchObject([
    { id: signed.body.id, language: 'es', version: 1, signedByName: 'Mai Nguyen', signer: null, signedWith: 'typed' },
  ])
  expect((await sign(need?.textId ?? '')).refusal).toEqual({ reason: 'already-signed', consentId: signed.body.id })
  const { changes } = (await desk.call(restricted.listChanges, { patientId })).body
  expect(changes).toMatchObject([{ field: 'consent.treatment', before: null, after: 'permit' }])
})

test('the same words make no version and ask nobody; other words do, from their day', async () => {
  const first = await write()
  expect(first.body).toMatchObject({ isNew: true, text: { version: 1, isMaterial: true } })
  expect((await sign(first.body.text.id)).status).toBe(200)
  const same = await write({ body: '  I pay what my\n\n\n\nplan does not. '.replaceAll('\n', ' '), validDays: 100 })
  expect(same.body).toMatchObject({ isNew: false, text: { id: first.body.text.id, validDays: 100 } })
  expect((await needOf('financial'))?.state).toBe('signed')

  const reworded = await write({ body: 'I pay whatever my plan does not.', sameMeaning: true })
  expect(reworded.body).toMatchObject({ isNew: true, text: { version: 2, isMaterial: false } })
  expect((await needOf('financial'))?.state).toBe('signed')

  const other = await write({ body: 'I pay all.', effectiveFrom: '2026-11-30' })
  expect((await needOf('financial'))?.state).toBe('signed')
  await later('2026-11-30T15:00:00Z')
  expect(await needOf('financial')).toMatchObject({ state: 'changed', textId: other.body.text.id })
  expect((await sign(reworded.body.text.id)).refusal).toEqual({
    reason: 'not-the-current-text',
    consentTextId: other.body.text.id,
  })
  expect((await write({ effectiveFrom: '2026-11-29', body: 'Back.' })).refusal).toEqual({
    reason: 'starts-too-early',
    earliest: '2026-11-30',
  })
  await manager.call(consents.endConsentText, { consentTextId: other.body.text.id, effectiveTo: '2026-11-30' })
  await later('2026-12-01T15:00:00Z')
  expect(await needOf('financial')).toBeUndefined()
  const texts = (await desk.call(consents.listConsentTexts, {})).body.texts.filter(({ kind }) => kind === 'financial')
  expect(texts.map(({ version, signed }) => [version, signed])).toEqual([
    [3, 0],
    [2, 0],
    [1, 1],
  ])
})

test('a release needs a last day, and other words of it are never the same', async () => {
  const text = (await write({ kind: 'release', body: 'My notes may go to another clinic.' })).body.text
  expect((await sign(text.id)).refusal).toEqual({ reason: 'until-missing' })
  expect((await sign(text.id, { until: '2026-11-27' })).refusal).toEqual({ reason: 'until-past' })
  expect((await sign(text.id, { until: '2026-12-31' })).body.expiresOn).toBe('2026-12-31')
  expect((await write({ kind: 'release', body: 'My notes can go.', sameMeaning: true })).refusal).toEqual({
    reason: 'meaning-is-the-words',
  })
})

test('a no is kept and not asked again; taken back with the reason', async () => {
  const textId = (await needOf('treatment'))?.textId ?? ''
  expect((await sign(textId, { signature: null })).refusal).toEqual({ reason: 'signature-missing' })
  const said = await sign(textId, { decision: 'deny', signature: null })
  expect(await needOf('treatment')).toMatchObject({ state: 'denied', isAsked: false, isOpen: true })
  expect(
    (await desk.call(consents.revokeConsent, { patientId, consentId: said.body.id, reason: 'x' })).refusal,
  ).toEqual({
    reason: 'nothing-to-revoke',
  })
  t.clock.set('2026-11-28T15:05:00Z')
  const signed = await sign(textId, { signature: { with: 'drawn', path: 'M10 20L30 40L50.5 60' } })
  expect((await needOf('treatment'))?.state).toBe('signed')
  const revoke = { patientId, consentId: signed.body.id, reason: 'Moves away' }
  expect((await desk.call(consents.revokeConsent, revoke)).status).toBe(200)
  expect(await needOf('treatment')).toMatchObject({ state: 'revoked', isAsked: false, isOpen: true })
  expect((await read()).given[0]).toMatchObject({ revokedReason: 'Moves away', signedWith: 'drawn' })
})

/** A health care proxy of the patient, with the paper that says so. */
async function decides(relatedPersonId: string): Promise<void> {
  const { db } = t.riverside
  const documentId = t.clock.id()
  const paper = { type: 'authority', title: 'Proxy', content_type: 'image/png', bytes: 1 }
  await db
    .insertInto('document')
    .values({ ...paper, id: documentId, patient_id: patientId, created_at: t.clock.now().toString() })
    .execute()
  await db
    .insertInto('authority')
    .values({
      id: t.clock.id(),
      patient_id: patientId,
      related_person_id: relatedPersonId,
      kind: 'health-care-proxy',
      period_start: '2026-01-01',
      document_id: documentId,
    })
    .execute()
}

test('a relative of this very person signs who may decide for them, nobody else', async () => {
  const related = async (of: string) => {
    const id = t.clock.id()
    await t.riverside.db
      .insertInto('related_person')
      .values({ id, patient_id: of, name: 'Linh Nguyen', relationship: 'daughter' })
      .execute()
    return id
  }
  const textId = (await needOf('treatment'))?.textId ?? ''
  const stranger = await related(await aPatient(t.riverside.db))
  expect((await sign(textId, { relatedPersonId: stranger })).refusal).toEqual({ reason: 'not-a-relative' })
  const daughter = await related(patientId)
  expect((await sign(textId, { relatedPersonId: daughter })).refusal).toEqual({
    reason: 'may-not-sign',
    name: 'Linh Nguyen',
  })
  expect((await read()).signers).toEqual([])
  await decides(daughter)
  expect((await sign(textId, { relatedPersonId: daughter })).status).toBe(200)
  const body = await read()
  expect(body.signers).toEqual([{ id: daughter, name: 'Linh Nguyen', relationship: 'daughter', language: null }])
  expect(body.signerId).toBeNull()
  expect(body.given[0]).toMatchObject({
    signedByName: 'Linh Nguyen',
    signer: { id: daughter, relationship: 'daughter' },
  })
})

test('for a child the mother is asked, in the language in which she reads', async () => {
  const child = await aPatient(t.riverside.db, { given: 'Luz', birth_date: '2017-03-03', language: 'en' })
  const mother = { given: 'Ana', family: 'Morales', relationship: 'mother', language: 'es' }
  const { id } = (await desk.call(relatives.addRelative, { patientId: child, ...mother })).body
  expect(await read(child)).toMatchObject({ signers: [], signerId: null })
  await desk.call(relatives.grantAuthority, { patientId: child, relatedPersonId: id, kind: 'parent' })
  const body = await read(child)
  expect(body).toMatchObject({ signers: [{ id, name: 'Ana Morales', language: 'es' }], signerId: id })
  const spanish = body.texts.find((text) => text.kind === 'treatment' && text.language === 'es')
  const signature = { with: 'typed', name: 'Ana Morales' } as const
  const wish = { patientId: child, consentTextId: spanish?.id ?? '', relatedPersonId: id, signature } as const
  expect((await desk.call(consents.signConsent, { ...wish, decision: 'permit' })).status).toBe(200)
  expect((await read(child)).given).toMatchObject([
    { language: 'es', version: 1, signedByName: 'Ana Morales', signer: { id, relationship: 'mother' } },
  ])
  expect(await needOf('treatment', child)).toMatchObject({ state: 'signed', isOpen: false })
})

test('a path that is no signature is not taken', async () => {
  const textId = (await needOf('treatment'))?.textId ?? ''
  const answer = await sign(textId, { signature: { with: 'drawn', path: 'M0 0"/><script>' } })
  expect([answer.status, answer.problem]).toEqual([422, 'not-understood'])
})

test('two who record the same signature at once: one is recorded', async () => {
  const textId = (await needOf('treatment'))?.textId ?? ''
  const answers = await Promise.all([sign(textId), sign(textId)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await read()).given).toHaveLength(1)
})

test('printed as it was signed, in its language, with the signature', async () => {
  const textId = (await needOf('treatment'))?.textId ?? ''
  const { body } = await sign(textId, { signature: { with: 'drawn', path: 'M10 20L300 140' } })
  const pdf = await desk.call(consents.printConsent, { patientId, consentId: body.id })
  expect(pdf.headers['content-type']).toContain('application/pdf')
  const text = pdfText(pdf.raw)
  expect(text).toContain('Consentimiento para la atención')
  expect(text).toContain('Firma de Mai Nguyen')
  expect(text).toContain('Vale hasta el')
})

test('who may: a clinician reads, the desk records, a manager writes; nobody reaches another practice or a shut record', async () => {
  const clinician = await t.riverside.as('clinician')
  const textId = (await needOf('treatment'))?.textId ?? ''
  expect((await clinician.call(consents.readConsents, { patientId })).body.can).toEqual({ record: false })
  const signing = { patientId, consentTextId: textId, decision: 'permit', signature: typed } as const
  expect((await clinician.call(consents.signConsent, signing)).problem).toBe('not-allowed')
  const lakeside = await t.lakeside.as('manager')
  expect((await lakeside.call(consents.readConsents, { patientId })).problem).toBe('not-found')
  expect((await lakeside.call(consents.signConsent, signing)).problem).toBe('not-found')

  const consentId = await aConsent(t.riverside.db, { patient_id: patientId })
  const other = await aPatient(t.riverside.db)
  // Under the name of another person nothing is found.
  expect((await desk.call(consents.printConsent, { patientId: other, consentId })).problem).toBe('not-found')
  expect((await desk.call(consents.revokeConsent, { patientId: other, consentId, reason: 'x' })).problem).toBe(
    'not-found',
  )
  const lead = await t.riverside.as('lead')
  await lead.call(restricted.restrictPatient, { patientId, restriction: 'vip', reason: 'A known face' })
  for (const answer of [
    await desk.call(consents.readConsents, { patientId }),
    await desk.call(consents.signConsent, signing),
    await desk.call(consents.printConsent, { patientId, consentId }),
  ])
    expect(answer.problem).toBe('restricted')
})

test('what followed in a merge counts for the survivor', async () => {
  const [survivor, merged] = [await aPatient(t.riverside.db), await aPatient(t.riverside.db)]
  await aConsent(t.riverside.db, { patient_id: merged })
  const merge = { patientId: survivor, mergedId: merged, version: 1, mergedVersion: 1 }
  expect((await (await t.riverside.as('senior')).call(duplicates.mergePatients, merge)).status).toBe(200)
  expect((await needOf('treatment', survivor))?.state).toBe('signed')
  const text = (await needOf('treatment', survivor))?.textId ?? ''
  const answer = await desk.call(consents.signConsent, {
    patientId: merged,
    consentTextId: text,
    decision: 'permit',
    signature: typed,
  })
  expect(answer.problem).toBe('merged-record')
  expect((await desk.call(patients.readPatient, { patientId: merged })).body.patient.id).toBe(survivor)
})
