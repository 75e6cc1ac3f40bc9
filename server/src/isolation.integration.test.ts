import { Signer } from '@fastify/cookie'
import { calls, endpoints, isWrite, patients, session } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieKey } from './platform/auth/tokens.ts'
import { openTestApp, TEST_SECRET, type TestApp } from './platform/testing/test-app.ts'
import { fingerprint } from './testing/isolation/fingerprint.ts'
import { knowingInput } from './testing/isolation/knowing-input.ts'
import { fillRiverside, marks } from './testing/isolation/riverside.ts'

let t: TestApp
let ids: Record<string, string>

beforeAll(async () => {
  t = await openTestApp()
  // Forenoon in Chicago: the visits below are on the day that is asked for.
  t.clock.set('2026-11-24T15:00:00Z')
  ids = await fillRiverside(t)
})
afterAll(() => t.stop())

const walked = [...endpoints].filter(
  ([name]) => !['openLive', 'signOut', 'lockSession', 'readWelcome', 'setUp', 'signIn'].includes(name),
)

test('the other organization sees nothing and changes nothing, whatever ids it knows', async () => {
  const before = await fingerprint(t.riverside.db)
  const wrong: string[] = []
  for (const [name, spec] of walked) {
    const client = await t.lakeside.as(spec.access === 'call.post' ? 'integrator' : 'manager')
    const answer = await client.call(spec, knowingInput(spec, ids, t.clock.now()))
    const text = answer.raw.toString('utf8')
    const seen = marks.filter((mark) => text.includes(mark))
    if (seen.length > 0) wrong.push(`${name} shows ${seen.join(', ')}`)
    if (answer.status >= 500) wrong.push(`${name}: ${answer.status}`)
    // Of the public pages the organization is named to everybody.
    const namesARecord = spec.path.replace(':organization', '').includes(':')
    if (namesARecord && answer.status < 400) wrong.push(`${name} answers ${answer.status} for a record of the other`)
    if (answer.status === 422) wrong.push(`${name} was not really asked: ${text.slice(0, 300)}`)
  }
  expect(wrong).toEqual([])
  expect(await fingerprint(t.riverside.db)).toBe(before)
})

test('the same questions by the organization itself do find something: the test above can fail', async () => {
  const manager = await t.riverside.as('manager')
  const found: string[] = []
  for (const [name, spec] of walked) {
    if (isWrite(spec)) continue
    const answer = await manager.call(spec, knowingInput(spec, ids, t.clock.now()))
    if (marks.some((mark) => answer.raw.toString('utf8').includes(mark))) found.push(name)
  }
  expect(found).toEqual(
    expect.arrayContaining([
      'searchPatients',
      'readPatient',
      'listDuplicates',
      'readDuplicate',
      'compareDraft',
      'readDay',
      'readBoard',
      'readAppointment',
      'readRepair',
      'listRepairs',
      'readPractice',
      'listMessages',
      'listStaff',
      'listFeeds',
      'listSelfBookings',
      'listBrokenGlass',
      'listChanges',
      'readConsents',
      'readRecord',
      'listProposals',
      'readProposals',
      'listDocuments',
      'listImports',
      'readImport',
      'printImportReport',
      'listEstimates',
      'listDueEstimates',
      'readCoverageOrder',
    ]),
  )
})

test('a session of one organization is worth nothing under the name of the other, even well signed', async () => {
  const own = await t.riverside.as('manager')
  const signer = new Signer(cookieKey(TEST_SECRET))
  const { value } = signer.unsign(decodeURIComponent((own.cookie ?? '').replace('foyer_session=', '')))
  const asking = async (slug: string): Promise<string | null> => {
    const cookie = `foyer_session=${encodeURIComponent(signer.sign((value ?? '').replace(/^riverside\./, `${slug}.`)))}`
    return (await t.anonymous().call(session.readSession, {}, { headers: { cookie } })).problem
  }
  expect([await asking('riverside'), await asking('lakeside')]).toEqual([null, 'not-signed-in'])
})

test('the log of all this names no person, no birth date, no number', async () => {
  const manager = await t.riverside.as('manager')
  await manager.call(patients.changePatient, {
    patientId: ids['patientId'] ?? '',
    name: { given: 'Zyxwvut', family: 'Quorlbaum' },
    birthDate: '1961-03-14',
    phone: '(312) 555-0134',
    email: 'quorl@example.org',
    version: 1,
  })
  await manager.call(patients.searchPatients, { q: 'Quorlbaum 1961-03-14' })
  const text = t.logged.join('')
  expect(t.logged.length).toBeGreaterThan(50)
  const leaked = ['Zyxwvut', 'zyxwvut', 'Quorlbaum', 'quorl', '1961-03-14', '5550134', '555-0134', '00419999'].filter(
    (mark) => text.includes(mark),
  )
  expect(leaked).toEqual([])
})

test('a fault is logged by its code and place, never by its text', async () => {
  const schema = t.app.organizations.find('riverside')?.schema ?? ''
  await t.pool.pg.query(
    `alter table ${schema}.call add constraint no_such_caller check (from_number <> '+13125559999')`,
  )
  const phone = await t.riverside.as('integrator')
  const answer = await phone.call(calls.postCall, { externalId: 'fault-1', event: 'ringing', from: '+13125559999' })
  expect([answer.status, answer.problem]).toEqual([500, 'fault'])
  expect(answer.raw.toString()).not.toContain('5559999')
  const faults = t.logged.filter((line) => line.includes('"fault"'))
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.join('')).toContain('23514')
  expect(t.logged.join('')).not.toContain('5559999')
})
