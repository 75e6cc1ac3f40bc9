import { expect, test } from 'vitest'
import { procedureLine, procedureOf, proceduresOf } from './draft.ts'

test.each([
  '99213',
  '99213-25',
  '97110-GP-59 ×2',
  'A9579 ×15',
  '36415 ?',
  '97110-GP ×2 ?',
  '36415 | Drawing blood',
  '36415 ? | Drawing blood | Extracción de sangre',
  '36415 |  | Extracción de sangre',
])('%s reads back as it was written', (text) => {
  const procedure = procedureOf(text)
  expect(procedure && procedureLine(procedure)).toBe(text)
})

const none = { en: null, es: null }

test('how people type it', () => {
  expect(procedureOf('g0109x2?')).toEqual({ code: 'G0109', modifiers: [], units: 2, optional: true, words: none })
  expect(procedureOf('99213|a visit')?.words).toEqual({ en: 'a visit', es: null })
  for (const line of ['9921', '99213-2', '99213 x0', 'visit', '99213 | a | b | c', `99213 | ${'x'.repeat(201)}`])
    expect([line, procedureOf(line)]).toEqual([line, null])
})

test('a line that is not understood is named', () => {
  expect(proceduresOf('99213\n\n vsit ')).toEqual({ ok: false, line: 'vsit' })
  expect(proceduresOf('')).toEqual({ ok: true, procedures: [] })
})
