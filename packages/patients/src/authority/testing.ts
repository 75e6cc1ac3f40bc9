import { addDays } from '@foyer/kernel'
import fc from 'fast-check'
import { authorityKinds, authorityScopes } from './kinds.ts'
import { answerOf, confidentialServices } from './minor-rule.ts'
import { minorRules } from './minor-rules.ts'
import type { Authority, PatientFacts, Relative, Setting } from './standing.ts'

const date = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2000-01-01', days))

export const anyAuthority: fc.Arbitrary<Authority> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...authorityKinds),
  scopes: fc.subarray([...authorityScopes]),
  periodStart: date,
  periodEnd: fc.option(date),
  isShown: fc.boolean(),
})

export const anyRelative: fc.Arbitrary<Relative> = fc.record({
  periodStart: fc.option(date),
  periodEnd: fc.option(date),
  barred: fc.option(fc.constantFrom('patient-asked', 'court-order', 'endangers'), { freq: 6 }),
  authorities: fc.array(anyAuthority, { maxLength: 4 }),
})

export const anyPatient: fc.Arbitrary<PatientFacts> = fc.record({
  birthDate: date,
  emancipatedOn: fc.option(date, { freq: 6 }),
  deceased: fc.boolean(),
})

export const anySetting: fc.Arbitrary<Setting> = fc.record({
  today: date,
  minors: fc
    .array(fc.option(fc.constantFrom(...minorRules)), { minLength: 1, maxLength: 3 })
    .map((rules) => answerOf(rules)),
})

export const anyService = fc.constantFrom(...confidentialServices)
export const anyScope = fc.constantFrom(...authorityScopes)

/** In force since 2020, of all that its kind covers, with its document. */
export function anAuthority(overrides: Partial<Authority> = {}): Authority {
  return {
    id: 'a',
    kind: 'parent',
    scopes: [],
    periodStart: '2020-01-01',
    periodEnd: null,
    isShown: true,
    ...overrides,
  }
}

export function aRelative(...authorities: readonly Partial<Authority>[]): Relative {
  return { periodStart: null, periodEnd: null, barred: null, authorities: authorities.map(anAuthority) }
}
