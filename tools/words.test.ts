import { expect, test } from 'vitest'
import { differences } from './words.ts'

test('two languages with the same keys agree', () => {
  expect(differences({ en: { day: { title: 'Today' } }, es: { day: { title: 'Hoy' } } })).toEqual([])
})

test('a key that one language lacks is named with its path', () => {
  expect(differences({ en: { day: { title: 'Today' } }, es: { day: {} } })).toEqual(['day.title: missing in es'])
  expect(differences({ en: {}, es: { extra: 'de más' } })).toEqual(['extra: missing in en'])
})

test('Spanish may have more plural forms than English, but needs one', () => {
  const en = { visit_one: '{{count}} visit', visit_other: '{{count}} visits' }
  expect(
    differences({
      en,
      es: { visit_one: '{{count}} visita', visit_many: '{{count}} de visitas', visit_other: '{{count}} visitas' },
    }),
  ).toEqual([])
  expect(differences({ en, es: {} })).toEqual(['visit: missing in es'])
})

test('an empty text and a lost placeholder are found', () => {
  expect(differences({ en: { hello: 'Hello' }, es: { hello: '' } })).toEqual(['hello: empty in es'])
  expect(differences({ en: { hello: 'Hello {{name}}' }, es: { hello: 'Hola {{nombre}}' } })).toEqual([
    'hello: placeholders differ: en {{name}}, es {{nombre}}',
  ])
})
