import { expect, test } from 'vitest'
import { draftsOf, droppedOf, orderOf, putOrder, putRow, raised } from './contact-draft.ts'
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
  expect(droppedOf(drafts, drafts)).toEqual([])
  const changed = drafts.filter(({ key }) => key !== 'x').map((one) => (one.key === 'b' ? { ...one, value: '1' } : one))
  expect(droppedOf(drafts, changed).map(({ id }) => id)).toEqual(['x', 'b'])
})

test('one of theirs is put where mine stood, or last, or taken away; mine stay as they are', () => {
  const drafts = draftsOf(details)
  const [a, x, b] = drafts
  if (!a || !x || !b) throw new Error('three rows')
  expect(putRow([a, x], 'b', b)).toEqual([a, x, b])
  expect(putRow(drafts, 'x', { ...x, value: 'b@x.org' }).map(({ value }) => value)[1]).toBe('b@x.org')
  expect(putRow(drafts, 'x', undefined)).toEqual([a, b])
})

test('their order of phones is put over mine; what I added stands last', () => {
  const drafts = draftsOf(details)
  const mine = [...drafts, { ...draftsOf(details)[0], key: 'new 0', id: null, value: '1' } as (typeof drafts)[number]]
  const theirs = raised(drafts, 'b')
  expect(orderOf(theirs, 'phone', ['a', 'b', 'x'])).toEqual(['b', 'a'])
  expect(putOrder(mine, theirs, 'phone').map(({ key }) => key)).toEqual(['b', 'a', 'new 0', 'x'])
})
