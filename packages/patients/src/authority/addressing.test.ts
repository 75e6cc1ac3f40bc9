import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressEmail, type AddressFacts, type ConfidentialContact, type Reader } from './addressing.ts'
import type { AuthorityKind, AuthorityScope } from './kinds.ts'
import { answerOf } from './minor-rule.ts'
import { minorRuleOf } from './minor-rules.ts'
import { type PatientFacts, type Setting, standingOf } from './standing.ts'
import { anyPatient, anyRelative, anyService, anySetting, aRelative } from './testing.ts'

const setting: Setting = { today: '2026-11-28', minors: answerOf([minorRuleOf('IL')]) }
const child = { birthDate: '2017-03-03', emancipatedOn: null, deceased: false, name: 'Luz', language: 'en' }
const adult = { ...child, birthDate: '1970-03-03' }

const wishFor = (wish: Partial<ConfidentialContact>): ConfidentialContact => ({
  ways: ['email'],
  phone: null,
  email: null,
  address: null,
  leaveMessage: false,
  remarks: null,
  ...wish,
})

function readerFor(patient: PatientFacts, kind: AuthorityKind, scopes: readonly AuthorityScope[] = []): Reader {
  return {
    id: 'mother',
    name: 'Ana',
    emails: ['ana@example.org'],
    language: 'es',
    standing: standingOf(patient, aRelative({ kind, scopes }), setting),
  }
}

function told(facts: Partial<AddressFacts> & Pick<AddressFacts, 'patient'>): string {
  const result = addressEmail({ wish: null, emails: [], relatives: [], service: null, ...facts }, setting)
  return result.kind === 'nobody' ? result.reason : `${result.recipient.to} ${result.recipient.language}`
}

const own = (value: string, isShared = false) => ({ value, isShared })

test('of a child the mother is written to, in her language; at eighteen it stops', () => {
  const emails = [own('luz@example.org')]
  expect(told({ patient: child, emails, relatives: [readerFor(child, 'parent')] })).toBe('ana@example.org es')
  const grown = { ...child, birthDate: '2008-11-28' }
  expect(told({ patient: grown, emails, relatives: [readerFor(grown, 'parent')] })).toBe('luz@example.org en')
  // Her address on the record is not the grown child's to be written to.
  const hers = [own('Ana@example.org')]
  expect(told({ patient: grown, emails: hers, relatives: [readerFor(grown, 'parent')] })).toBe('address-of-other')
})

test('nobody writes to the dead: only who speaks for them by paper is written to, and no parent', () => {
  const emails = [own('luz@example.org')]
  const dead = { ...adult, deceased: true }
  const to = (patient: typeof dead, kind: AuthorityKind, more: Partial<AddressFacts> = {}) =>
    told({ patient, emails, relatives: [readerFor(patient, kind)], ...more })
  expect(told({ patient: dead, emails })).toBe('deceased')
  expect(told({ patient: dead, emails, wish: wishFor({ email: 'me@example.org' }) })).toBe('deceased')
  expect(to(dead, 'guardian')).toBe('deceased')
  expect(to(dead, 'may-know')).toBe('deceased')
  expect(to({ ...child, deceased: true }, 'parent')).toBe('deceased')
  expect(to(dead, 'representative')).toBe('ana@example.org es')
  expect(to(dead, 'representative', { service: 'mental-health' })).toBe('deceased')
})

test('an adult is written to, whoever stands for them, unless that was agreed upon', () => {
  const emails = [own('luz@example.org')]
  const to = (kind: AuthorityKind, scopes?: readonly AuthorityScope[]) =>
    told({ patient: adult, emails, relatives: [readerFor(adult, kind, scopes)] })
  expect(to('health-care-proxy')).toBe('luz@example.org en')
  expect(to('health-care-proxy', ['messages', 'schedule'])).toBe('ana@example.org es')
  expect(to('guardian')).toBe('ana@example.org es')
  expect(to('may-know', ['messages'])).toBe('luz@example.org en')
})

test('a wish is followed, and nothing besides', () => {
  const relatives = [readerFor(child, 'parent')]
  const emails = [own('luz@example.org')]
  expect(told({ patient: child, relatives, emails, wish: wishFor({ email: 'only@example.org' }) })).toBe(
    'only@example.org en',
  )
  expect(told({ patient: child, relatives, emails, wish: wishFor({ ways: ['call'] }) })).toBe('wish')
  expect(told({ patient: adult, emails: [own('x@example.org', true)], wish: wishFor({}) })).toBe('wish')
})

test('a confidential service goes to nobody else', () => {
  const teen = { ...child, birthDate: '2011-03-03' }
  const relatives = [readerFor(teen, 'parent')]
  const service = 'mental-health'
  const emails = [own('luz@example.org')]
  expect(told({ patient: teen, relatives, emails, service })).toBe('confidential')
  expect(told({ patient: teen, relatives, emails, service, wish: wishFor({ email: 'me@example.org' }) })).toBe(
    'me@example.org en',
  )
  expect(told({ patient: teen, relatives, emails, service, wish: wishFor({ email: 'ANA@example.org' }) })).toBe(
    'confidential',
  )
  expect(told({ patient: adult, emails: [own('x@example.org', true)], service })).toBe('confidential')
  expect(told({ patient: adult, emails, service })).toBe('luz@example.org en')
  // Too young to have asked for it alone.
  expect(told({ patient: child, relatives: [readerFor(child, 'parent')], emails, service })).toBe('ana@example.org es')
})

test('a shared address is written to of ordinary visits; without any there is nobody', () => {
  expect(told({ patient: adult, emails: [own('x@example.org', true)] })).toBe('x@example.org en')
  expect(told({ patient: adult })).toBe('no-address')
})

test('nobody is written to who may not be told of the visits', () => {
  fc.assert(
    fc.property(anyPatient, anyRelative, anySetting, fc.option(anyService), (facts, relative, at, service) => {
      const patient = { ...facts, name: 'Luz', language: 'en' }
      const standing = standingOf(patient, relative, at)
      const reader: Reader = { id: 'r', name: 'R', emails: ['r@example.org'], language: null, standing }
      const emails = [own('r@example.org'), own('luz@example.org')]
      const result = addressEmail({ patient, wish: null, emails, relatives: [reader], service }, at)
      if (result.kind === 'nobody' || result.recipient.to !== 'r@example.org') return
      const scope = result.recipient.relatedPersonId === null ? 'schedule' : 'messages'
      expect(standing.permits.get(scope)?.answer).toBe('yes')
    }),
  )
})
