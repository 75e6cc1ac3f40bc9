import { expect, test } from 'vitest'
import { isWeekday } from './duty.ts'
import { type DutyFacts, dutyStep } from './duty-step.ts'

// Thanksgiving of 2026 is a Thursday, the 26th.
const isOpen = (date: string): boolean => isWeekday(date) && date !== '2026-11-26'

const booked: DutyFacts = {
  isBooked: true,
  paysAlone: true,
  serviceDate: '2026-12-08',
  bookedOn: '2026-11-24',
  today: '2026-11-24',
  newest: null,
}
const made = {
  state: 'made',
  isAskedFor: false,
  serviceDate: '2026-12-08',
  dueOn: '2026-11-25',
  isSameVisit: true,
  isForPrices: false,
  isSamePrice: true,
} as const
const step = (more: Partial<DutyFacts>) => dutyStep({ ...booked, ...more }, isOpen)

test('who pays alone is owed one, over the holiday', () => {
  // Nine business days ahead: one business day.
  expect(step({})).toEqual({ step: 'want', cause: 'booked', dueOn: '2026-11-25' })
  expect(step({ bookedOn: '2026-11-25', today: '2026-11-25' })).toMatchObject({ dueOn: '2026-11-27' })
  expect(step({ paysAlone: false })).toEqual({ step: 'none' })
  expect(step({ serviceDate: '2026-11-25' })).toEqual({ step: 'none' })
})

test('once it stands nothing is added', () => {
  expect(step({ newest: { ...made, state: 'wanted' } })).toEqual({ step: 'none' })
  expect(step({ newest: made })).toEqual({ step: 'none' })
})

test('cancelled, or paid by a plan after all: what waits to be made goes, what was made stays', () => {
  for (const more of [{ isBooked: false }, { paysAlone: false }, { today: '2026-12-09' }]) {
    expect(step({ ...more, newest: { ...made, state: 'wanted' } })).toEqual({ step: 'withdraw' })
    expect(step({ ...more, newest: made })).toEqual({ step: 'none' })
  }
  const asked = { ...made, state: 'wanted', isAskedFor: true } as const
  expect(step({ paysAlone: false, newest: asked })).toEqual({ step: 'none' })
  expect(step({ isBooked: false, newest: asked })).toEqual({ step: 'withdraw' })
})

test('moved: what waits is never due later than it was, what was made is owed anew a day before', () => {
  const moved = { serviceDate: '2026-12-15', bookedOn: '2026-11-30', today: '2026-11-30' }
  expect(step({ ...moved, newest: { ...made, state: 'wanted' } })).toEqual({ step: 'redate', dueOn: '2026-11-25' })
  expect(step({ ...moved, newest: { ...made, state: 'given' } })).toEqual({
    step: 'want',
    cause: 'changed',
    dueOn: '2026-12-14',
  })
  expect(step({ newest: { ...made, isSameVisit: false } })).toMatchObject({ cause: 'changed', dueOn: '2026-12-07' })
  // Too late for a new one: who takes over holds to the old.
  expect(step({ serviceDate: '2026-12-01', today: '2026-12-01', newest: made })).toEqual({ step: 'none' })
})

test('other prices: what was made is owed anew a day before, and no more once they are again what was told', () => {
  const given = { ...made, state: 'given', isSamePrice: false } as const
  expect(step({ newest: given })).toEqual({ step: 'want', cause: 'prices', dueOn: '2026-12-07' })
  expect(step({ newest: { ...given, isSameVisit: false } })).toMatchObject({ cause: 'changed' })
  const waits = { ...given, state: 'wanted', isForPrices: true } as const
  expect(step({ newest: waits })).toEqual({ step: 'none' })
  expect(step({ newest: { ...waits, isSamePrice: true } })).toEqual({ step: 'withdraw' })
  // What waits for another reason waits, whatever it will cost.
  expect(step({ newest: { ...waits, isForPrices: false, isSamePrice: true } })).toEqual({ step: 'none' })
  expect(step({ today: '2026-12-08', newest: given })).toEqual({ step: 'none' })
  expect(step({ paysAlone: false, newest: given })).toEqual({ step: 'none' })
})
