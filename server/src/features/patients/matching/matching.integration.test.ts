import { duplicates, patients } from '@foyer/contract'
import { planDemo } from '@foyer/demo'
import { findCandidates, prepare } from '@foyer/patients'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../platform/database/organization-db.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { suspectAgain } from '../duplicates/suspect.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { aPatient } from '../testing.ts'
import { comparable } from './known.ts'
import { selectForComparing, selectForMatch, selectPairsByKeys } from './store.ts'

const AT = '2026-11-28T16:00:00Z'
/** More than the package compares one with each other; the set was measured with 20000 too. */
const PEOPLE = Number(process.env['FOYER_MATCH_PEOPLE'] ?? 2400)

let t: TestApp
let db: Db
let senior: TestClient

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set(AT)
  db = t.riverside.db
  senior = await t.riverside.as('senior')
})
afterAll(() => t.stop())

async function suspected(id: string): Promise<readonly string[]> {
  await suspectAgain(db, id, AT)
  const { body } = await senior.call(duplicates.listDuplicates, { limit: 200 })
  return body.pairs
    .filter((pair) => pair.first.id === id || pair.second.id === id)
    .map((pair) => (pair.first.id === id ? pair.second.id : pair.first.id))
}

async function change(patientId: string, more: object): Promise<void> {
  const { patient } = (await senior.call(patients.readPatient, { patientId })).body
  const { name, birthDate, sex, version, address } = patient
  const phone = patient.contacts.find(({ system }) => system === 'phone')?.value ?? null
  const body = { patientId, name, birthDate, sex, version, phone, address, ...more }
  expect((await senior.call(patients.changePatient, body)).status).toBe(200)
}

test('who was registered by her maiden name is suspected, by a further name and by a name that was changed', async () => {
  const now = await aPatient(db, { given: 'Beatriz', family: 'Okonkwo', birth_date: '1979-02-11', phone: '3125550901' })
  await db
    .insertInto('patient_name')
    .values({ id: t.clock.id(), patient_id: now, use: 'maiden', given: 'Beatriz', family: 'Szczepanowska' })
    .execute()
  await keepFindable(db, [now])
  const before = await aPatient(db, { given: 'Beatriz', family: 'Szczepanowska', birth_date: '1979-02-11' })
  expect(await suspected(before)).toContain(now)

  const married = await aPatient(db, { given: 'Ottilie', family: 'Grzybowska', birth_date: '1984-07-09' })
  await change(married, { name: { given: 'Ottilie', family: 'Achterberg' } })
  const again = await aPatient(db, { given: 'Ottilie', family: 'Grzybowska', birth_date: '1984-07-09' })
  expect(await suspected(again)).toContain(married)
})

test('an estimated birth date counts as its year: two guesses that agree to the day prove nothing', async () => {
  const person = { given: 'Wilhelmina', family: 'Oyelaran', birth_date: '1986-07-01', birth_date_estimated: true }
  const first = await aPatient(db, person)
  const second = await aPatient(db, person)
  const known = await selectForMatch(db, [first, second])
  expect(known.map((row) => comparable(row).birthDate)).toEqual(['1986', '1986'])
})

test('the old phone is known, and who has it is shown while the name is typed', async () => {
  const moved = await aPatient(db, {
    given: 'Xiomara',
    family: 'Villaseñor',
    birth_date: '1990-05-05',
    phone: '3125550777',
  })
  await change(moved, { phone: '(312) 555-0888' })
  const typed = {
    given: 'Xiomara',
    family: 'Villasenor',
    middle: '',
    preferred: '',
    suffix: '',
    birthDate: '1990-05-15',
    phone: '3125550777',
  }
  const { candidates } = (await senior.call(duplicates.compareDraft, typed)).body
  const found = candidates.find(({ id }) => id === moved)
  expect(found?.evidence).toContainEqual({ field: 'phone', outcome: 'same' })
  // Shown is the number of today.
  expect(found?.phone).toContain('0888')
})

test('a number of before, another identifier and a corrected sex are handed to the comparison', async () => {
  const id = await aPatient(db, {
    sex: 'male',
    address: { line: '1 Oak St', city: 'Gary', state: 'IN', postalCode: '46402' },
  })
  await db
    .insertInto('patient_identifier')
    .values({ patient_id: id, system: 'urn:other', value: 'A77120934' })
    .execute()
  await change(id, { sex: 'female', address: { line: '9 Elm St', city: 'Chicago', state: 'IL', postalCode: '60601' } })
  const [row] = await selectForComparing(db, sql<boolean>`patient.id = ${id}::uuid`, null)
  if (!row) throw new Error('gone')
  expect(comparable(row)).toMatchObject({ sex: 'female', formerSexes: ['male'], identifiers: ['urn:other|A77120934'] })
})

test('a record that leads to another is no candidate', async () => {
  const [one, other] = [await aPatient(db, { family: 'Wexelblatt' }), await aPatient(db, { family: 'Wexelblatt' })]
  expect((await selectPairsByKeys(db, [one])).flat()).toContain(other)
  await db.updateTable('patient').set({ merged_into: one }).where('id', '=', other).execute()
  expect((await selectPairsByKeys(db, [one])).flat()).not.toContain(other)
})

/** The same person once more, with slips and without what was not asked. */
function again(person: ReturnType<typeof planDemo>['patients'][number], at: number) {
  const { given, family } = person.name
  const [year = '', month = '', day = ''] = person.birthDate.split('-')
  const slip = (word: string) => (word.length > 3 ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word)
  return {
    given: at % 4 === 0 ? slip(given) : given,
    family: at % 4 === 1 ? slip(family) : family,
    birth_date:
      at % 4 === 2
        ? `${year}-${day > '12' ? month : day}-${day > '12' ? day.replace(/.$/, '7') : month}`
        : person.birthDate,
    ...(at % 3 === 0 ? {} : { phone: person.phone }),
    ...(at % 2 === 0 ? { address: { ...person.address } } : {}),
  }
}

test('candidates by SQL miss no more copies than blocking by the package does', async () => {
  const plan = planDemo({ now: AT, seed: 11, patients: PEOPLE })
  const copies = plan.patients.filter((_, at) => at % 10 === 0)
  const ids: string[] = []
  const pairs: [string, string][] = []
  for (const person of plan.patients) {
    const { given, family, middle, suffix } = person.name
    const more = { middle: middle ?? null, suffix: suffix ?? null, address: { ...person.address } }
    ids.push(await aPatient(db, { given, family, birth_date: person.birthDate, phone: person.phone, ...more }))
  }
  for (const [at, person] of copies.entries()) {
    const id = await aPatient(db, again(person, at))
    ids.push(id)
    pairs.push([ids[plan.patients.indexOf(person)] ?? '', id])
  }
  const rows = await selectForComparing(db, sql<boolean>`patient.id = any(${ids}::uuid[])`, null)
  const position = new Map(rows.map(({ id }, index) => [id, index]))
  const blocked = findCandidates(rows.map((row) => prepare(comparable(row))))
  expect(blocked.isAll).toBe(false)
  const ofPackage = pairs.filter(([one, other]) => {
    const [a = 0, b = 0] = [position.get(one), position.get(other)]
    return blocked.has(Math.min(a, b), Math.max(a, b))
  }).length
  const found = new Set<string>()
  const started = performance.now()
  let compared = 0
  for (let from = 0; from < ids.length; from += 200) {
    const some = await selectPairsByKeys(db, ids.slice(from, from + 200))
    compared += some.length
    for (const pair of some) found.add(pair.join())
  }
  const bySql = pairs.filter((pair) => found.has(pair.toSorted((a, b) => (a < b ? -1 : 1)).join())).length
  const took = Math.round(performance.now() - started)
  process.stdout.write(
    `${ids.length} people, ${pairs.length} copies: package ${ofPackage}, SQL ${bySql}, ${found.size} pairs (${compared} read) in ${took} ms\n`,
  )
  expect(bySql).toBeGreaterThanOrEqual(ofPackage)
  expect(bySql / pairs.length).toBeGreaterThan(0.97)
})
