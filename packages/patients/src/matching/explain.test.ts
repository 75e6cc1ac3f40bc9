import { expect, test } from 'vitest'
import { explain, explainInOneLine, reasonText } from './explain.ts'
import { reasonWords } from './explain-words.ts'
import { fields, levels } from './levels.ts'
import { scorePair } from './score-pair.ts'

const a = { name: { given: 'Bob', family: 'Peyton' }, birthDate: '1970-01-02', phones: ['+17735550101'] }
const b = { name: { given: 'Robert', family: 'Paten' }, birthDate: '1970-01-02', phones: ['+17735550101'] }

test('what agrees, then what differs, in English and Spanish', () => {
  const pair = scorePair(a, b)
  expect(explainInOneLine(explain(pair, 'en', { a, b }))).toBe(
    'same birth date, same phone, last name sounds alike; first name differs (Bob / Robert is a nickname)',
  )
  expect(explainInOneLine(explain(pair, 'es', { a: b, b: a }))).toBe(
    'misma fecha de nacimiento, mismo teléfono, el apellido suena parecido; el nombre difiere (Bob / Robert es un apodo)',
  )
})

test('a rule is told after the reasons', () => {
  const twin = { ...b, name: { given: 'Agnes', family: 'Peyton' } }
  expect(explainInOneLine(explain(scorePair(a, twin), 'en'))).toBe(
    'same birth date, same phone, same last name; other first name; shared contact counts less: people live together, may be twins',
  )
})

test.each([
  ['María Elena', 'Elena', 'first name differs (Elena / María Elena: one is a part of the other)'],
  ['Bob', 'Bob', 'same first name'],
])('%s and %s: %s', (one, other, text) => {
  const records = {
    a: { ...a, name: { given: one, family: 'Price' } },
    b: { ...b, name: { given: other, family: 'Price' } },
  }
  const reasons = explain(scorePair(records.a, records.b), 'en', records)
  expect(reasons.map((reason) => reason.text)).toContain(text)
})

test('every level has words in both languages, and what is not known has none', () => {
  for (const language of ['en', 'es'] as const) {
    for (const field of fields.filter((field) => field !== 'order')) {
      for (const level of levels[field].slice(1)) expect(reasonText(field, level, language)).toBeTruthy()
    }
    expect(Object.values(reasonWords[language]).every((text) => text.length > 0)).toBe(true)
  }
  expect(reasonText('given', 'toString', 'en')).toBeNull()
})
