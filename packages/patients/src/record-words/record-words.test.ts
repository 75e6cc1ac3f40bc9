import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordFields } from './fields.ts'
import { fieldName, fieldText, type Reading } from './index.ts'

const en: Reading = { locale: 'en', day: (date) => `<${date}>` }
const es: Reading = { ...en, locale: 'es' }

test('every field has words of its own in both languages', () => {
  for (const locale of ['en', 'es'] as const) {
    const names = Object.values(recordFields).map((one) => one[locale])
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => /[.A-Z]/.test(name.slice(1)) && !name.endsWith('ID'))).toEqual([])
  }
  expect([fieldName('race', 'es'), fieldName('identifier', 'en'), fieldName('formerFamily', 'es')]).toEqual([
    'Raza',
    'Number of the person',
    'Apellido anterior',
  ])
  expect(fieldName('toString', 'en')).toBe('toString')
})

test.each([
  ['race', ['white', 'asian'], 'White, Asian', 'Blanca, Asiática'],
  ['ethnicity', 'asked-declined', 'Asked, did not want to say', 'Se preguntó, prefirió no decir'],
  ['sex', 'unknown', 'Not known', 'No se sabe'],
  ['interpreterNeeded', false, 'no', 'no'],
  ['language', 'vi', 'Vietnamese', 'vietnamita'],
  ['birthDate', '1961-03', '<1961-03>', '<1961-03>'],
  ['phone', '+13125550134', '(312) 555-0134', '(312) 555-0134'],
  [
    'phone.further',
    ['+13125550134 mobile Ana Ruiz'],
    '(312) 555-0134 mobile Ana Ruiz',
    '(312) 555-0134 móvil Ana Ruiz',
  ],
  [
    'phone.another',
    '+13125550134 mobile, 555 0134 work',
    '(312) 555-0134 mobile, 555 0134 work',
    '(312) 555-0134 móvil, 555 0134 trabajo',
  ],
  [
    'address',
    { postalCode: '62701', line: '1 Elm', city: 'Springfield', state: 'IL' },
    '1 Elm, Springfield, IL 62701',
    '1 Elm, Springfield, IL 62701',
  ],
  ['address.old', ['2 Elm (2001-01-01–2010-02-02)'], '2 Elm (<2001-01-01>–<2010-02-02>)', undefined],
  ['coverage.copayCents', 2500, '$25.00', undefined],
  ['consent.release', 'revoked', 'taken back', 'retirado'],
  ['restriction', 'vip', 'Known to the public', 'Persona conocida'],
  ['confidentialContact', ['text', '+13125550134', 'after six'], 'Text message, (312) 555-0134, after six', undefined],
  [
    'authority',
    ['may-know', 'Ana Ruiz', 'schedule', '2026-01-02 –'],
    'May know, Ana Ruiz, when visits are, since <2026-01-02>',
    'Puede saber, Ana Ruiz, cuándo son las citas, desde <2026-01-02>',
  ],
  ['authority', ['parent', 'Ana', '2026-01-02 – 2026-03-04'], 'Parent, Ana, <2026-01-02> – <2026-03-04>', undefined],
  ['authorityShown', ['guardian', 'Ana Ruiz', '0194f0e2-…'], 'Guardian, Ana Ruiz, on file', undefined],
  ['relative.relationship', 'mother', 'mother', 'madre'],
  ['identifier', ['A-1', 'B-2'], 'A-1, B-2', 'A-1, B-2'],
  ['of-another-version', { line: 'x', n: 3 }, 'x, 3', undefined],
])('%s: %j reads as words', (field, value, inEnglish, inSpanish) => {
  expect(fieldText(field, value, en)).toBe(inEnglish)
  if (inSpanish !== undefined) expect(fieldText(field, value, es)).toBe(inSpanish)
})

test('nothing is null; whatever stands in the history is read without a fault, and never as JSON', () => {
  expect([null, undefined, '', []].map((value) => fieldText('race', value, en))).toEqual([null, null, null, null])
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(recordFields), 'odd'), fc.jsonValue({ maxDepth: 2 }), (field, value) => {
      const text = fieldText(field, value, en)
      expect(text === null || typeof text === 'string').toBe(true)
      expect(String(text)).not.toContain('[object')
    }),
    { numRuns: 500 },
  )
})
