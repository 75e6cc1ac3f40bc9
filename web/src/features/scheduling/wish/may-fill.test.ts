import { expect, test } from 'vitest'
import { mayFill } from './may-fill.ts'

const linh = { id: 'linh', kind: 'interpreter', attributes: ['certified'], languages: ['vi'] } as const

test('who is named may, otherwise whoever is of the kind and has all of it, a language too', () => {
  const role = { kind: 'interpreter' as const, candidates: [] as string[] }
  expect(mayFill({ ...role, requires: ['certified', 'speaks-vi'] }, { ...linh, ...copy })).toBe(true)
  expect(mayFill({ ...role, requires: ['speaks-es'] }, { ...linh, ...copy })).toBe(false)
  expect(mayFill({ ...role, kind: 'room' }, { ...linh, ...copy })).toBe(false)
  expect(mayFill({ ...role, candidates: ['ines'] }, { ...linh, ...copy })).toBe(false)
  expect(mayFill({ ...role, kind: 'room', candidates: ['linh'] }, { ...linh, ...copy })).toBe(true)
})

/** The contract's lists may be written to. */
const copy = { attributes: [...linh.attributes], languages: [...linh.languages] }
