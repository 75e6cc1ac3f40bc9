import { expect, test } from 'vitest'
import { valueText } from './value-text.ts'
import { changesBetween } from './record-change.ts'

test('only what says something else is a change', () => {
  expect(
    changesBetween(
      {
        given: 'Mai',
        middle: null,
        alerts: [],
        address: { city: 'Springfield', line: '1 Elm' },
        interpreterNeeded: true,
      },
      {
        given: 'Mai',
        middle: 'T',
        alerts: [],
        address: { line: '1 Elm', city: 'Springfield' },
        interpreterNeeded: false,
      },
    ),
  ).toEqual([
    { field: 'middle', before: null, after: 'T' },
    { field: 'interpreterNeeded', before: true, after: false },
  ])
})

test('nothing, an empty text and an empty list are the same', () => {
  expect(changesBetween({ email: '', alerts: null }, { email: null, alerts: [] })).toEqual([])
  expect(changesBetween({}, { phone: null, family: 'Okoye' })).toEqual([
    { field: 'family', before: null, after: 'Okoye' },
  ])
})

test('a field that was not spoken of is no change', () => {
  expect(changesBetween({ given: 'Mai', family: 'Nguyen' }, { given: 'Mai' })).toEqual([])
})

test('values as people read them', () => {
  expect(valueText({ postalCode: '62701', line: '12 Elm St', city: 'Springfield', state: 'IL' })).toBe(
    '12 Elm St, Springfield, IL, 62701',
  )
  expect(valueText(['Wheelchair', 'Hard of hearing'])).toBe('Wheelchair, Hard of hearing')
  expect([valueText(null), valueText(false), valueText(2500), valueText('x')]).toEqual([null, 'false', '2500', 'x'])
})
