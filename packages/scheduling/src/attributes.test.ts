import { expect, test } from 'vitest'
import { attributeOf, attributesOf, languageOf, mayFill, speaks } from './attributes.ts'

const linh = { id: 'linh', kind: 'interpreter', active: true, attributes: ['certified'], languages: ['vi'] }
const role = { kind: 'interpreter', candidates: [] }

test('whoever is of the kind and has all of it, a language too; of those who are named nobody else', () => {
  expect(mayFill({ ...role, requires: ['certified', 'speaks-vi'] }, linh)).toBe(true)
  expect(mayFill({ ...role, requires: ['speaks-es'] }, linh)).toBe(false)
  expect(mayFill({ ...role, kind: 'room' }, linh)).toBe(false)
  expect(mayFill({ ...role, candidates: ['ines'] }, linh)).toBe(false)
  expect(mayFill({ ...role, candidates: ['linh'] }, linh)).toBe(true)
  expect(mayFill({ ...role, candidates: ['linh'], requires: ['speaks-es'] }, linh)).toBe(false)
  expect(mayFill(role, { ...linh, active: false })).toBe(false)
})

test('a region is spoken by whoever speaks the language, not the other way round', () => {
  expect(attributesOf(linh)).toEqual(['certified', 'speaks-vi'])
  expect(speaks(attributesOf(linh), 'vi-VN')).toBe(true)
  expect(speaks(['speaks-es-MX'], 'es')).toBe(false)
  expect([languageOf(attributeOf('es-MX')), languageOf('certified')]).toEqual(['es-MX', null])
})
