import { session } from '@foyer/contract'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../platform/auth/password.ts'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'

let t: TestApp
const password = 'correct horse battery'

beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.stop())

async function aColleague(email: string): Promise<string> {
  const id = t.clock.id()
  const cheap = { memory: 64, passes: 1, parallelism: 1 }
  await t.riverside.db
    .insertInto('staff')
    .values({
      id,
      email,
      name: 'Rosa Delgado',
      role: 'coordinator',
      password_hash: await hashPassword(password, cheap),
    })
    .execute()
  return id
}

function signIn(email: string, given: string, code?: string) {
  return t
    .anonymous()
    .call(session.signIn, { organization: 'riverside', email, password: given, ...(code ? { code } : {}) })
}

/** A second browser of the one who signed in, with the cookie of that answer. */
async function withCookie(email: string, given = password, code?: string) {
  const answer = await signIn(email, given, code)
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  return { cookie, csrf: answer.body.csrf, answer }
}

describe('signing in', () => {
  test('the right password opens a session whose cookie no script can read', async () => {
    await aColleague('rosa@riverside.example')
    const { answer, cookie } = await withCookie('rosa@riverside.example')
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      staff: { name: 'Rosa Delgado', role: 'coordinator' },
      organization: { slug: 'riverside' },
      locked: false,
    })
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
    const again = await t.anonymous().call(session.readSession, {}, { headers: { cookie } })
    expect(again.status).toBe(200)
  })

  test('a wrong password and an unknown e-mail are refused alike', async () => {
    await aColleague('ana@riverside.example')
    const wrong = await signIn('ana@riverside.example', 'not the password')
    const unknown = await signIn('nobody@riverside.example', 'not the password')
    expect([wrong.status, unknown.status]).toEqual([409, 409])
    expect(wrong.refusal).toEqual(unknown.refusal)
  })

  test('the account of one organization does not open the other', async () => {
    const answer = await t
      .anonymous()
      .call(session.signIn, { organization: 'lakeside', email: 'rosa@riverside.example', password })
    expect(answer.refusal).toEqual({ reason: 'wrong-credentials' })
  })

  test('five wrong passwords close the account for a minute, even for the right one', async () => {
    await aColleague('ben@riverside.example')
    for (let index = 0; index < 5; index += 1) await signIn('ben@riverside.example', 'wrong')
    const closed = await signIn('ben@riverside.example', password)
    expect(closed.refusal).toMatchObject({ reason: 'locked-out' })
    t.clock.set(t.clock.now().add({ seconds: 61 }).toString())
    expect((await signIn('ben@riverside.example', password)).status).toBe(200)
  })

  test('wrong passwords sent side by side are counted one by one', async () => {
    await aColleague('uma@riverside.example')
    const answers = await Promise.all(Array.from({ length: 7 }, () => signIn('uma@riverside.example', 'wrong')))
    const reasons = answers.map((answer) => answer.refusal.reason)
    expect(reasons.filter((reason) => reason === 'wrong-credentials')).toHaveLength(5)
    expect(reasons.filter((reason) => reason === 'locked-out')).toHaveLength(2)
  })
})

describe('two-step sign-in', () => {
  test('once on, a code is needed; each counts once', async () => {
    await aColleague('tess@riverside.example')
    const { cookie, csrf } = await withCookie('tess@riverside.example')
    const headers = { cookie, 'x-foyer-csrf': csrf }
    const started = await t.anonymous().call(session.startTotp, { password }, { headers })
    const code = (seconds: number) =>
      generateSync({ secret: started.body.secret, epoch: Math.floor(t.clock.now().epochMilliseconds / 1000) + seconds })
    expect((await t.anonymous().call(session.confirmTotp, { code: '000000' }, { headers })).refusal).toEqual({
      reason: 'wrong-code',
    })
    expect((await t.anonymous().call(session.confirmTotp, { code: code(0) }, { headers })).status).toBe(200)
    expect((await signIn('tess@riverside.example', password)).refusal).toEqual({ reason: 'code-needed' })
    const used = code(30)
    expect((await signIn('tess@riverside.example', password, used)).status).toBe(200)
    expect((await signIn('tess@riverside.example', password, used)).refusal).toEqual({ reason: 'wrong-code' })
  })
})

describe('the lock', () => {
  test('after fifteen idle minutes nothing is shown until the PIN is given', async () => {
    await aColleague('lena@riverside.example')
    const { cookie, csrf } = await withCookie('lena@riverside.example')
    const headers = { cookie, 'x-foyer-csrf': csrf }
    expect((await t.anonymous().call(session.setPin, { password, pin: '4711' }, { headers })).status).toBe(200)
    t.clock.set(t.clock.now().add({ minutes: 16 }).toString())
    expect((await t.anonymous().call(session.listSessions, {}, { headers })).problem).toBe('screen-locked')
    expect((await t.anonymous().call(session.readSession, {}, { headers })).body.locked).toBe(true)
    expect((await t.anonymous().call(session.unlockSession, { secret: '0000' }, { headers })).refusal).toEqual({
      reason: 'wrong-secret',
      triesLeft: 4,
    })
    expect((await t.anonymous().call(session.unlockSession, { secret: '4711' }, { headers })).status).toBe(200)
    expect((await t.anonymous().call(session.listSessions, {}, { headers })).status).toBe(200)
  })

  test('what a page fetches by itself does not keep a screen open', async () => {
    await aColleague('omar@riverside.example')
    const { cookie } = await withCookie('omar@riverside.example')
    t.clock.set(t.clock.now().add({ minutes: 10 }).toString())
    await t.anonymous().call(session.listSessions, {}, { headers: { cookie, 'x-foyer-background': '1' } })
    t.clock.set(t.clock.now().add({ minutes: 6 }).toString())
    expect((await t.anonymous().call(session.listSessions, {}, { headers: { cookie } })).problem).toBe('screen-locked')
  })

  test('five wrong answers end the session', async () => {
    await aColleague('iris@riverside.example')
    const { cookie, csrf } = await withCookie('iris@riverside.example')
    const headers = { cookie, 'x-foyer-csrf': csrf }
    await t.anonymous().call(session.lockSession, {}, { headers })
    const reasons: string[] = []
    for (let index = 0; index < 5; index += 1)
      reasons.push((await t.anonymous().call(session.unlockSession, { secret: 'no' }, { headers })).refusal.reason)
    expect(reasons.at(-1)).toBe('signed-out')
    expect((await t.anonymous().call(session.readSession, {}, { headers })).problem).toBe('not-signed-in')
  })
})

test('wrong PINs sent side by side get no more tries than one after the other', async () => {
  const staffId = await aColleague('zoe@riverside.example')
  const { cookie, csrf } = await withCookie('zoe@riverside.example')
  const headers = { cookie, 'x-foyer-csrf': csrf }
  expect((await t.anonymous().call(session.setPin, { password, pin: '4711' }, { headers })).status).toBe(200)
  await t.anonymous().call(session.lockSession, {}, { headers })
  const secrets = [...Array.from({ length: 19 }, (_, index) => `${1000 + index}`), '4711']
  const answers = await Promise.all(
    secrets.map((secret) => t.anonymous().call(session.unlockSession, { secret }, { headers })),
  )
  expect(answers.at(-1)?.status).not.toBe(200)
  const row = await t.riverside.db
    .selectFrom('session')
    .select('ended_at')
    .where('staff_id', '=', staffId)
    .executeTakeFirstOrThrow()
  expect(row.ended_at).not.toBeNull()
  expect((await t.anonymous().call(session.readSession, {}, { headers })).problem).toBe('not-signed-in')
})

test('a session ended elsewhere is ended here, and its end can be read in the audit trail', async () => {
  const staffId = await aColleague('kim@riverside.example')
  const first = await withCookie('kim@riverside.example')
  const second = await withCookie('kim@riverside.example')
  const headers = { cookie: first.cookie, 'x-foyer-csrf': first.csrf }
  const { sessions } = (await t.anonymous().call(session.listSessions, {}, { headers })).body
  const other = sessions.find((one) => !one.current)
  expect(sessions).toHaveLength(2)
  expect((await t.anonymous().call(session.revokeSession, { sessionId: other?.id ?? '' }, { headers })).status).toBe(
    200,
  )
  expect((await t.anonymous().call(session.readSession, {}, { headers: { cookie: second.cookie } })).problem).toBe(
    'not-signed-in',
  )
  const actions = await t.riverside.db
    .selectFrom('audit_entry')
    .select('action')
    .where('actor_id', '=', staffId)
    .execute()
  expect(actions.map((row) => row.action)).toContain('session.revoke')
})

test('a write without the token of our own page is forged', async () => {
  await aColleague('eve@riverside.example')
  const { cookie } = await withCookie('eve@riverside.example')
  const answer = await t.anonymous().call(session.lockSession, {}, { headers: { cookie } })
  expect(answer.problem).toBe('forged-request')
  const foreign = await t
    .anonymous()
    .call(session.signIn, { email: 'eve@riverside.example', password }, { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(foreign.problem).toBe('forged-request')
})

test('the first set-up is refused once there is an organization', async () => {
  const answer = await t.anonymous().call(session.setUp, {
    practiceName: 'Another',
    siteName: 'Here',
    timeZone: 'America/Chicago',
    managerName: 'Somebody',
    email: 'a@b.example',
    password: 'long enough to count',
  })
  expect(answer.refusal).toEqual({ reason: 'already-set-up' })
})
