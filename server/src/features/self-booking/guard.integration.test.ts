import { selfBooking } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aDoorway, aSelfPractice, aVisitor, mai, type Doorway } from './testing.ts'

let t: TestApp
let at: Doorway
let day = 0

beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
  at = aDoorway(t)
  await aSelfPractice(t.riverside.db)
  await aSelfPractice(t.lakeside.db)
})
afterAll(() => t?.stop())

/** Another weekday for each test. */
let date = ''
beforeEach(() => {
  t.clock.set('2026-11-23T15:00:00Z')
  day += 1
  date = Temporal.PlainDate.from('2026-12-01')
    .add({ days: (day % 4) + 7 * Math.floor(day / 4) })
    .toString()
})

describe('whether somebody is known cannot be asked', () => {
  test('without proof the answers are the same, word for word, and take as long', async () => {
    await aPatient(t.riverside.db, {
      given: 'Ana',
      family: 'Bekannt',
      email: 'ana@example.org',
      birth_date: '1970-01-01',
    })
    const shapes: string[] = []
    const durations: number[] = []
    for (const family of ['Bekannt', 'Unbekannt']) {
      const visitor = aVisitor(t)
      const person = { given: 'Ana', family, birthDate: '1970-01-01', email: 'somebody-else@example.org' }
      const { token, said } = await at.arrive(visitor, 'Follow-up', date, person)
      const guess = await visitor.call(selfBooking.bookForMyself, { token, code: '000000' })
      const started = performance.now()
      const booked = await visitor.call(selfBooking.bookForMyself, { token, code: null })
      durations.push(performance.now() - started)
      const told = {
        said: { ...said, expiresAt: '' },
        guess: guess.refusal,
        booked: { ...booked.body, start: '', end: '', visit: '' },
      }
      shapes.push(JSON.stringify(told))
    }
    expect(shapes[0]).toBe(shapes[1])
    for (const took of durations) expect(took).toBeGreaterThan(390)
  })

  test('a proven address of one’s own opens nobody else’s record', async () => {
    await aPatient(t.riverside.db, {
      given: 'Ana',
      family: 'Opfer',
      email: 'opfer@example.org',
      birth_date: '1971-01-01',
    })
    const answers: unknown[] = []
    for (const family of ['Opfer', 'Niemand']) {
      const visitor = aVisitor(t)
      const email = `attacker-${family.toLowerCase()}@example.org`
      const { token } = await at.arrive(visitor, 'Follow-up', date, {
        given: 'Ana',
        family,
        birthDate: '1971-01-01',
        email,
      })
      answers.push((await visitor.call(selfBooking.bookForMyself, { token, code: await at.codeFor(email) })).refusal)
    }
    expect(answers).toEqual([{ reason: 'call-us' }, { reason: 'call-us' }])
    const made = await t.riverside.db.selectFrom('patient').select('id').where('family', '=', 'Niemand').execute()
    expect(made).toEqual([])
  })
})

describe('the guard', () => {
  test('no proof, a wrong one, one of another practice and one used before are not taken', async () => {
    const visitor = aVisitor(t)
    const [first, , , second] = await visitor.times('Check-up', date)
    const offer = await visitor.offer()
    const type = offer.visitTypes[0]!
    const wanted = { visitType: type.key, place: type.placeKeys[0]!, start: first!.start }
    const wrong = await visitor.wrongProof()
    const used = await visitor.proof()
    const foreign = await aVisitor(t, 'lakeside').proof()
    expect((await visitor.call(selfBooking.keepTime, { ...wanted, proof: used })).status).toBe(200)
    for (const proof of [null, wrong, foreign, used]) {
      const answer = await visitor.call(selfBooking.keepTime, { ...wanted, start: second!.start, proof })
      expect(answer.refusal).toEqual({ reason: 'proof-needed' })
    }
    const old = await visitor.proof()
    at.wait(31 * 60)
    expect((await visitor.call(selfBooking.keepTime, { ...wanted, proof: old })).refusal.reason).toBe('proof-needed')
  })

  test('the field nobody sees, and a form filled in too fast', async () => {
    const visitor = aVisitor(t)
    const [first] = await visitor.times('Check-up', date)
    const type = (await visitor.offer()).visitTypes[0]!
    const wanted = { visitType: type.key, place: type.placeKeys[0]!, start: first!.start }
    const trapped = await visitor.call(selfBooking.keepTime, { ...wanted, proof: await visitor.proof(), website: 'x' })
    expect(trapped.refusal).toEqual({ reason: 'too-many' })
    const kept = await visitor.keep('Check-up', first!)
    const fast = await visitor.call(selfBooking.sayWho, { token: kept.body.token, ...mai })
    expect(fast.refusal).toMatchObject({ reason: 'too-soon' })
  })

  test('one address keeps no more than a household would, and asks no faster than a person', async () => {
    const visitor = aVisitor(t)
    const times = await visitor.times('Check-up', date)
    const reasons: string[] = []
    for (const time of times.filter((_, index) => index % 3 === 0).slice(0, 14)) {
      const kept = await visitor.keep('Check-up', time)
      reasons.push(kept.status === 200 ? 'kept' : kept.refusal.reason)
    }
    expect(reasons.filter((reason) => reason === 'kept')).toHaveLength(12)
    expect(reasons.slice(12)).toEqual(['too-many', 'too-many'])
    const statuses: number[] = []
    for (let index = 0; index < 25; index += 1)
      statuses.push((await visitor.call(selfBooking.letTimeGo, { token: 'A'.repeat(43) })).status)
    expect(statuses).toContain(429)
  })

  test('a code can be guessed five times, whatever comes after', async () => {
    const visitor = aVisitor(t)
    const { token } = await at.arrive(visitor, 'Check-up', date, { email: 'guess@example.org' })
    const code = await at.codeFor('guess@example.org')
    const other = code === '123456' ? '654321' : '123456'
    const left: unknown[] = []
    for (let index = 0; index < 5; index += 1)
      left.push((await visitor.call(selfBooking.bookForMyself, { token, code: other })).refusal)
    expect(left.at(-1)).toEqual({ reason: 'wrong-code', left: 0 })
    const late = await visitor.call(selfBooking.bookForMyself, { token, code })
    expect(late.refusal).toEqual({ reason: 'wrong-code', left: 0 })
  })
})

describe('two who want one time', () => {
  test('one keeps it, the other gets the next three', async () => {
    const [one, other] = [aVisitor(t), aVisitor(t)]
    const [first] = await one.times('Check-up', date)
    const both = await Promise.all([one.keep('Check-up', first!), other.keep('Check-up', first!)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const loser = both.find(({ status }) => status === 409)!
    expect(loser.refusal.reason).toBe('opening-taken')
    if (loser.refusal.reason !== 'opening-taken') return
    expect(loser.refusal.next).toHaveLength(3)
    expect(loser.refusal.next.map(({ start }) => start)).not.toContain(first!.start)
  })

  test('a time that ran out meanwhile is lost to whoever came then; nothing is left of the other', async () => {
    const slow = aVisitor(t)
    const { token, kept } = await at.arrive(slow, 'Check-up', date, { family: 'Langsam', email: 'slow@example.org' })
    const code = await at.codeFor('slow@example.org')
    at.wait(11 * 60)
    const quick = aVisitor(t)
    const second = await quick.keep('Check-up', kept)
    expect(second.status).toBe(200)
    const lost = await slow.call(selfBooking.bookForMyself, { token, code })
    expect(lost.refusal).toMatchObject({ reason: 'opening-taken' })
    const left = await t.riverside.db.selectFrom('patient').select('id').where('family', '=', 'Langsam').execute()
    expect(left).toEqual([])
  })

  test('another time with the same secret lets the first go', async () => {
    const visitor = aVisitor(t)
    const [first, , , second] = await visitor.times('Check-up', date)
    const { token } = (await visitor.keep('Check-up', first!)).body
    const type = (await visitor.offer()).visitTypes[0]!
    const wanted = { visitType: type.key, place: type.placeKeys[0]!, start: second!.start, token }
    expect((await visitor.call(selfBooking.keepTime, wanted)).body.token).toBe(token)
    const free = await aVisitor(t).times('Check-up', date)
    expect(free.map(({ start }) => start)).toContain(first!.start)
    expect(free.map(({ start }) => start)).not.toContain(second!.start)
  })
})
