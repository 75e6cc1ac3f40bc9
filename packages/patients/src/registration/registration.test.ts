import fc from 'fast-check'
import { expect, test } from 'vitest'
import { registrationFields, requirements, usualRequirements } from './fields.ts'
import { missingOf, openOf, type RegistrationFacts, registrationOf } from './missing.ts'
import { fieldRules, type RegistrationRule, requiredFields } from './rules.ts'

const field = fc.constantFrom(...registrationFields)
const visitTypeId = fc.constantFrom('mri', 'check-up')
/** As the table has them: one row at most for each field of a visit type. */
const anyRules: fc.Arbitrary<RegistrationRule[]> = fc.uniqueArray(
  fc.record({
    visitTypeId: fc.oneof(fc.constant(null), visitTypeId),
    field,
    requirement: fc.constantFrom(...requirements),
  }),
  { selector: (rule) => `${rule.visitTypeId} ${rule.field}` },
)

const complete: RegistrationFacts = {
  registration: 'partial',
  name: { given: 'Mai', family: 'Nguyen', middle: 'Thi', preferred: 'Mimi' },
  birthDate: '1961-03-14',
  birthDateEstimated: false,
  said: new Set(registrationFields.filter((one) => one !== 'birthDate' && one !== 'middle' && one !== 'preferred')),
}
const bare: RegistrationFacts = {
  ...complete,
  name: { given: 'Mai', family: 'Nguyen' },
  birthDate: '',
  said: new Set(),
}

test('without any rule what is usual holds', () => {
  expect(requiredFields([], 'mri')).toEqual(['birthDate', 'phone', 'address'])
  expect(fieldRules([], null)).toEqual(
    registrationFields.map((one) => ({
      field: one,
      requirement: usualRequirements[one],
      from: 'usual',
      weakens: null,
    })),
  )
})

test('the more exact rule wins, and where it asks for less it says so', () => {
  fc.assert(
    fc.property(anyRules, visitTypeId, (rules, type) => {
      const general = fieldRules(rules, null)
      for (const [index, rule] of fieldRules(rules, type).entries()) {
        const own = rules.find((one) => one.visitTypeId === type && one.field === rule.field)
        const before = general[index]?.requirement ?? 'asked'
        expect(rule.requirement).toBe(own?.requirement ?? before)
        expect(rule.from === 'visit-type').toBe(own !== undefined)
        // Never weaker silently.
        const isWeaker = requirements.indexOf(rule.requirement) > requirements.indexOf(before)
        expect(rule.weakens).toBe(isWeaker ? before : null)
      }
    }),
  )
})

test('a rule of one visit type is nothing to another', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const others = rules.filter((rule) => rule.visitTypeId !== 'mri')
      expect(fieldRules(rules, 'check-up')).toEqual(fieldRules(others, 'check-up'))
    }),
  )
})

test('of a person of whom everything is known nothing is missing; of others exactly what is required', () => {
  fc.assert(
    fc.property(anyRules, visitTypeId, (rules, type) => {
      expect(missingOf(complete, rules, type)).toEqual([])
      expect(registrationOf(complete, rules)).toBe('complete')
      expect(missingOf(bare, rules, type)).toEqual(requiredFields(rules, type))
    }),
  )
})

test('an estimated or partial birth date and an unknown name are missing', () => {
  const missing = (facts: Partial<RegistrationFacts>) => missingOf({ ...complete, ...facts }, [], null)
  expect(missing({ birthDate: '1961' })).toEqual(['birthDate'])
  expect(missing({ birthDateEstimated: true })).toEqual(['birthDate'])
  expect(missing({ name: { given: 'Unknown', family: 'Male Harbor' } })).toEqual(['name'])
  expect(missing({ name: { given: '–', family: '–' } })).toEqual(['name'])
  expect(missing({ name: { given: 'Sukarno', family: '–' } })).toEqual([])
})

test('a registration goes from urgent to partial to complete, and never back', () => {
  const become = (facts: Partial<RegistrationFacts>) => registrationOf({ ...complete, ...facts }, [])
  const unknown = { given: 'Unknown', family: 'Female Ember' }
  expect(become({ registration: 'urgent', name: unknown })).toBe('urgent')
  expect(become({ registration: 'urgent', birthDate: '1986' })).toBe('partial')
  expect(become({ registration: 'urgent' })).toBe('complete')
  expect(become({ registration: 'partial', said: new Set(['phone']) })).toBe('partial')
  expect(become({ registration: 'complete', said: new Set() })).toBe('complete')
})

test('who was complete once is asked again only for what the visit type itself wants', () => {
  const rules: RegistrationRule[] = [
    { visitTypeId: null, field: 'email', requirement: 'required' },
    { visitTypeId: 'mri', field: 'birthSex', requirement: 'required' },
  ]
  const before = { ...bare, registration: 'complete' } as const
  expect(openOf(before, rules, null)).toEqual([])
  expect(openOf(before, rules, 'mri')).toEqual(['birthSex'])
  expect(openOf(bare, rules, 'mri')).toEqual(['birthDate', 'birthSex', 'phone', 'email', 'address'])
})
