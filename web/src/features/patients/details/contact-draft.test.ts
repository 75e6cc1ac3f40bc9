import { expect, test } from 'vitest'
import { draftsOf, droppedOf, raised } from './contact-draft.ts'
import type { Details } from './shapes.ts'

const contact = (id: string, system: 'phone' | 'email', value: string) => ({
  id,
  system,
  value,
  use: 'mobile' as const,
  sharedWith: null,
  mayLeaveMessage: false,
})
const details = {
  contacts: [
    contact('a', 'phone', '+13125550101'),
    contact('x', 'email', 'a@x.org'),
    contact('b', 'phone', '+13125550102'),
  ],
} as unknown as Details

test('a row changes places with the one before it of its own kind', () => {
  const drafts = draftsOf(details)
  expect(raised(drafts, 'b').map(({ key }) => key)).toEqual(['b', 'x', 'a'])
  expect(raised(drafts, 'a')).toEqual(drafts)
})

test('what was taken out, or overwritten by another number, ends; what was only written otherwise does not', () => {
  const drafts = draftsOf(details)
  expect(drafts[0]?.value).toBe('(312) 555-0101')
  expect(droppedOf(details, drafts)).toEqual([])
  const changed = drafts.filter(({ key }) => key !== 'x').map((one) => (one.key === 'b' ? { ...one, value: '1' } : one))
  expect(droppedOf(details, changed).map(({ id }) => id)).toEqual(['x', 'b'])
})
