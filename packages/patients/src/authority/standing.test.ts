import { Temporal } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindRules } from './kinds.ts'
import { levelOf, mayTell } from './may-tell.ts'
import { answerOf } from './minor-rule.ts'
import { minorRuleOf } from './minor-rules.ts'
import { isMinor, ofAgeOn, type PatientFacts, protectionOf, type Setting, standingOf } from './standing.ts'
import {
  anAuthority,
  anyAuthority,
  anyPatient,
  anyRelative,
  anyScope,
  anyService,
  anySetting,
  aRelative,
} from './testing.ts'

const inState = (state: string, today = '2026-11-28'): Setting => ({ today, minors: answerOf([minorRuleOf(state)]) })
const born = (birthDate: string, overrides: Partial<PatientFacts> = {}): PatientFacts => ({
  birthDate,
  emancipatedOn: null,
  deceased: false,
  ...overrides,
})
const scopesOf = (patient: PatientFacts, relative: ReturnType<typeof aRelative>, setting: Setting): string[] =>
  [...standingOf(patient, relative, setting).permits.keys()].toSorted()

const rank = { no: 0, ask: 1, yes: 2 } as const

test('an authority that ended, or has not begun, never allows', () => {
  fc.assert(
    fc.property(anyPatient, anyRelative, anySetting, (patient, relative, setting) => {
      const byId = new Map(relative.authorities.map((one) => [one.id, one]))
      for (const permit of standingOf(patient, relative, setting).permits.values()) {
        const authority = byId.get(permit.by)
        expect(authority && authority.periodStart <= setting.today).toBe(true)
        expect(authority?.periodEnd ?? '9').toSatisfy((end: string) => end >= setting.today)
        expect(relative.periodEnd ?? '9').toSatisfy((end: string) => end >= setting.today)
        expect(relative.barred).toBeNull()
      }
    }),
  )
})

test('more authorities never take away', () => {
  fc.assert(
    fc.property(
      anyPatient,
      anyRelative,
      anyAuthority,
      anySetting,
      anyScope,
      fc.option(anyService),
      (patient, relative, more, setting, scope, service) => {
        const answer = (authorities: typeof relative.authorities) =>
          mayTell(standingOf(patient, { ...relative, authorities }, setting), { scope, service }, patient, setting)
            .answer
        expect(rank[answer([...relative.authorities, more])]).toBeGreaterThanOrEqual(rank[answer(relative.authorities)])
      },
    ),
    { numRuns: 400 },
  )
})

test('what is allowed names the authority that allows it, and that one covers it', () => {
  fc.assert(
    fc.property(anyPatient, anyRelative, anySetting, (patient, relative, setting) => {
      const { permits, authorities } = standingOf(patient, relative, setting)
      for (const permit of permits.values()) {
        const one = authorities.find(({ id }) => id === permit.by)
        expect(one?.kind).toBe(permit.kind)
        expect(one?.scopes).toContain(permit.scope)
        expect(permit.source).toBe(kindRules[permit.kind].source)
      }
    }),
  )
})

test('a parent speaks for nobody who is of age, without anybody ending it', () => {
  fc.assert(
    fc.property(anyPatient, anySetting, (patient, setting) => {
      fc.pre(!isMinor(patient, setting))
      const parent = aRelative({ kind: 'parent', periodStart: '1900-01-01' })
      expect(standingOf(patient, parent, setting).permits.size).toBe(0)
    }),
  )
})

test('a confidential service is never told to a parent without permission', () => {
  fc.assert(
    fc.property(anyPatient, anySetting, anyScope, anyService, (patient, setting, scope, service) => {
      fc.pre(protectionOf(service, patient, setting) !== 'none')
      const parent = aRelative({ kind: 'parent', periodStart: '1900-01-01' })
      const told = mayTell(standingOf(patient, parent, setting), { scope, service }, patient, setting)
      expect(told.answer).not.toBe('yes')
    }),
  )
})

test('the eighteenth birthday ends it, of one born on 29 February the first of March', () => {
  const parent = aRelative({ kind: 'parent' })
  expect(scopesOf(born('2008-11-29'), parent, inState('IL'))).toContain('decide')
  expect(scopesOf(born('2008-11-28'), parent, inState('IL'))).toEqual([])
  expect(scopesOf(born('2008-02-29'), parent, inState('IL', '2026-02-28'))).toContain('decide')
  expect(scopesOf(born('2008-02-29'), parent, inState('IL', '2026-03-01'))).toEqual([])
  // Of age at nineteen.
  expect(scopesOf(born('2008-11-28'), parent, inState('NE'))).toContain('decide')
  expect(scopesOf(born('2008-11-28'), parent, inState('AL'))).toContain('decide')
})

test('whose birth date nobody knows in full is a child no longer than they can be', () => {
  const parent = aRelative({ kind: 'parent' })
  expect(scopesOf(born('2008'), parent, inState('IL', '2026-01-02'))).toEqual([])
  expect(scopesOf(born('2008-12'), parent, inState('IL'))).toContain('decide')
  expect(scopesOf(born('unknown'), parent, inState('IL'))).toEqual([])
})

test('the day on which they are of age is the first on which the parent is not', () => {
  fc.assert(
    fc.property(anyPatient, anySetting, ({ birthDate }, { minors }) => {
      const on = ofAgeOn(birthDate, minors.majority) ?? ''
      const before = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()
      expect(isMinor(born(birthDate), { today: on, minors })).toBe(false)
      expect(isMinor(born(birthDate), { today: before, minors })).toBe(true)
    }),
  )
  expect(ofAgeOn('2008-02-29', 18)).toBe('2026-03-01')
})

test('emancipation ends it before that, a death what speaks for the living', () => {
  const parent = aRelative({ kind: 'parent' })
  const child = born('2012-05-05', { emancipatedOn: '2026-11-28' })
  expect(standingOf(child, parent, inState('IL')).authorities[0]?.state).toBe('emancipated')
  expect(scopesOf(child, parent, inState('IL', '2026-11-27'))).toContain('decide')
  const dead = born('1950-05-05', { deceased: true })
  expect(scopesOf(dead, aRelative({ kind: 'health-care-proxy' }), inState('IL'))).toEqual([])
  expect(scopesOf(dead, aRelative({ kind: 'representative' }), inState('IL'))).toContain('documents')
})

test('without the document a proxy is told of times and no more', () => {
  const patient = born('1950-05-05')
  for (const kind of ['guardian', 'health-care-proxy', 'power-of-attorney', 'representative'] as const) {
    const relative = aRelative({ kind, isShown: false })
    expect(scopesOf(patient, relative, inState('IL'))).toEqual(['schedule'])
    const standing = standingOf(patient, relative, inState('IL'))
    expect(standing.authorities[0]?.state).toBe('not-shown')
    expect(mayTell(standing, { scope: 'clinical', service: null }, patient, inState('IL')).reason).toBe('not-shown')
  }
})

test('what an authority lists cannot go beyond its kind, but for the patient’s permission', () => {
  const patient = born('1950-05-05')
  expect(scopesOf(patient, aRelative({ kind: 'guarantor', scopes: ['billing', 'clinical'] }), inState('IL'))).toEqual([
    'billing',
  ])
  expect(scopesOf(patient, aRelative({ kind: 'guarantor', scopes: ['confidential'] }), inState('IL'))).toEqual([])
  const told = aRelative({ kind: 'may-know', scopes: ['clinical', 'confidential'] })
  expect(scopesOf(patient, told, inState('IL'))).toEqual(['clinical', 'confidential'])
})

test('nothing is told to somebody who was ruled out, whatever stands for them', () => {
  const patient = born('2012-05-05')
  const standing = standingOf(patient, { ...aRelative({}), barred: 'court-order' }, inState('IL'))
  expect(levelOf(standing)).toBe('nothing')
  expect(mayTell(standing, { scope: 'schedule', service: null }, patient, inState('IL')).reason).toBe('barred')
})

test('of a teenager’s confidential visit a mother is told nothing in Illinois, a person decides in Ohio', () => {
  const teen = born('2012-01-10')
  const child = born('2019-01-10')
  const mother = aRelative({ kind: 'parent' })
  const answers = (patient: PatientFacts, state: string, service: 'mental-health' | 'reproductive') => {
    const setting = inState(state)
    return mayTell(standingOf(patient, mother, setting), { scope: 'schedule', service }, patient, setting).answer
  }
  expect(answers(teen, 'IL', 'mental-health')).toBe('no')
  expect(answers(child, 'IL', 'mental-health')).toBe('yes')
  expect(answers(teen, 'MA', 'mental-health')).toBe('yes')
  // No row for it: not known here.
  expect(answers(teen, 'OH', 'reproductive')).toBe('ask')
  expect(answers(child, 'ZZ', 'mental-health')).toBe('ask')
  const permitted = aRelative({ kind: 'parent', scopes: ['schedule', 'confidential'] })
  const setting = inState('IL')
  const matter = { scope: 'schedule', service: 'mental-health' } as const
  expect(mayTell(standingOf(teen, permitted, setting), matter, teen, setting).answer).toBe('yes')
})

test('where a minor may ask for any care alone, a person decides what a parent is told of it', () => {
  const setting = inState('OR')
  const mother = aRelative({ kind: 'parent' })
  const matter = { scope: 'clinical', service: null } as const
  for (const [birthDate, answer] of [
    ['2011-11-28', 'ask'],
    ['2011-11-29', 'yes'],
  ] as const) {
    const patient = born(birthDate)
    expect(mayTell(standingOf(patient, mother, setting), matter, patient, setting).answer).toBe(answer)
  }
})

test('who speaks for an adult is told of a confidential service, who may only know is not', () => {
  const patient = born('1950-05-05')
  const setting = inState('IL')
  const matter = { scope: 'clinical', service: 'sti' } as const
  const told = (...all: Parameters<typeof anAuthority>[0][]) =>
    mayTell(standingOf(patient, aRelative(...all.map((one) => one ?? {})), setting), matter, patient, setting)
  expect(told({ kind: 'guardian' }).answer).toBe('yes')
  expect(told({ kind: 'may-know' })).toMatchObject({ answer: 'no', reason: 'confidential' })
  expect(told({ kind: 'guardian' }, { id: 'b', kind: 'may-know', scopes: ['clinical'] }).answer).toBe('yes')
  expect(told({ ...anAuthority(), kind: 'parent' })).toMatchObject({ answer: 'no', reason: 'lapsed' })
})
