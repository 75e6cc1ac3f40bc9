import { ageAt, foldName, isLanguage, isMrn, normalizePhone, scorePair } from '@foyer/patients'
import { expect, test } from 'vitest'
import { makeCast } from './cast.ts'
import { makePeople } from './make-people.ts'
import type { DemoPerson } from './person.ts'

const today = '2026-11-22'
const people = makePeople(1, 2000, today)
const byKey = new Map(people.map((person) => [person.key, person]))

function age(person: DemoPerson, on = today): number {
  return ageAt(person.birthDate, on)?.years ?? Number.NaN
}

function share(fits: (person: DemoPerson) => boolean): number {
  return people.filter(fits).length / people.length
}

test('the same seed gives the same people, another seed others', () => {
  expect(makePeople(1, 2000, today)).toEqual(people)
  expect(makePeople(2, 2000, today)).not.toEqual(people)
  expect(people).toHaveLength(2000)
})

test('the cast comes first and is as the story needs it', () => {
  const cast = makeCast(today)
  expect(people.slice(0, cast.length)).toEqual(cast)
  expect(byKey.get('maria-nguyen')).toMatchObject({ birthDate: '1961-03-14', mrn: '00417028', phone: '+13125550134' })
  expect(byKey.get('linh-nguyen')?.phone).toBe(byKey.get('maria-nguyen')?.phone)
  expect(cast.filter(({ mrn }) => mrn && !isMrn(mrn))).toEqual([])
})

test.each(['2026-11-22', '2028-02-29', '2031-07-01'])('Leila Haddad is four on %s', (on) => {
  const leila = makeCast(on).find(({ key }) => key === 'leila-haddad')
  expect(leila && age(leila, on)).toBe(4)
})

test('keys are unique, and no two people have one name and one birth date', () => {
  expect(byKey.size).toBe(people.length)
  const identities = people.map(({ name, birthDate }) => foldName(`${name.given} ${name.family} ${birthDate}`))
  expect(new Set(identities).size).toBe(people.length)
})

test('no two of them are taken for the same person', () => {
  const records = people.map(({ name, birthDate, sex, phone, email, address }) => {
    return { name, birthDate, sex, phones: [phone], emails: email ? [email] : [], address }
  })
  const mistaken: string[] = []
  for (const [at, a] of records.entries()) {
    for (const b of records.slice(at + 1)) {
      if (a.birthDate !== b.birthDate && a.phones[0] !== b.phones[0] && a.name.family !== b.name.family) continue
      if (scorePair(a, b).verdict === 'same') mistaken.push(`${a.name.given} ${a.name.family} / ${b.name.given}`)
    }
  }
  expect(mistaken).toEqual([])
})

test('every minor has a grown guardian in the household, met earlier in the list', () => {
  const minors = people.filter((person) => age(person) < 18)
  expect(minors.length).toBeGreaterThan(300)
  for (const minor of minors) {
    const guardian = byKey.get(minor.guardianKey ?? '')
    expect(guardian?.household).toBe(minor.household)
    expect(guardian && age(guardian)).toBeGreaterThanOrEqual(18)
    expect(people.findIndex(({ key }) => key === minor.guardianKey)).toBeLessThan(people.indexOf(minor))
  }
})

test('ages, languages, needs and sites are spread as in a family practice', () => {
  const shares: [number, number, number][] = [
    [share((person) => age(person) < 18), 0.18, 0.3],
    [share((person) => age(person) >= 65), 0.14, 0.28],
    [share((person) => person.sex === 'female'), 0.48, 0.58],
    [share((person) => person.language === 'en'), 0.6, 0.85],
    [share((person) => person.interpreterNeeded), 0.05, 0.2],
    [share((person) => person.site === 'dayton'), 0.2, 0.5],
    [share((person) => person.name.preferred !== undefined), 0.02, 0.2],
    [share((person) => person.alerts.length > 0), 0.01, 0.1],
    [share((person) => person.email !== undefined), 0.4, 0.7],
    [share((person) => /[^\u0020-\u007e]/.test(person.name.given + person.name.family)), 0.1, 0.4],
  ]
  for (const [measured, from, to] of shares) {
    expect(measured).toBeGreaterThan(from)
    expect(measured).toBeLessThan(to)
  }
  expect(people.every((person) => age(person) >= 0 && age(person) < 105 && isLanguage(person.language))).toBe(true)
})

test('contact points are fictional: exchange 555, example domains, one address a household', () => {
  const addressOf = new Map(people.map(({ household, address }) => [household, address]))
  for (const { phone, email, household, address } of people) {
    expect(phone).toMatch(/^\+1(?:312|773|708|937|513)555\d{4}$/)
    expect(normalizePhone(phone)).toBe(phone)
    expect(email ?? 'a@example.org').toMatch(/^[a-z0-9.]+@example\.(?:org|com|net)$/)
    expect(address).toEqual(addressOf.get(household))
  }
  const homeOf = new Map<string, string>()
  for (const { phone, household } of people) {
    expect(homeOf.get(phone) ?? household).toBe(household)
    homeOf.set(phone, household)
  }
})
