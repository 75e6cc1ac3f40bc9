import { expect, test } from 'vitest'
import { proposedBy } from './proposed-by.ts'

const record = {
  id: '0f2c1de4-6f3f-4b0e-9d1c-5a0f6f1f2a01',
  mrn: '410123',
  name: { given: 'Ana', family: 'Zamorano' },
  birthDate: '1981-06-02',
  language: 'en',
  interpreterNeeded: false,
}
const typed = { given: 'Anna', family: '', birthDate: null, language: 'none' }

test('the name and the birth date of the record are proposed', () => {
  expect(proposedBy(record, typed)).toEqual({
    given: 'Ana',
    family: 'Zamorano',
    birthDate: '1981-06-02',
    language: 'en',
  })
})

test('a birth date known in part leaves what was typed, and a language that was said stays', () => {
  const said = { ...typed, birthDate: '1981-06-02', language: 'es' }
  expect(proposedBy({ ...record, birthDate: '1981' }, said)).toMatchObject({ birthDate: '1981-06-02', language: 'es' })
  expect(proposedBy({ ...record, birthDate: '' }, typed).birthDate).toBeNull()
})
