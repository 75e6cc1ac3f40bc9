import { expect, test } from 'vitest'
import { nameFault } from './names-besides.ts'

const today = '2026-11-24'
const legal = { use: 'official', given: 'Mai', family: 'Tran', period: { start: '2010-01-01', end: null } }

test.each([
  ['the legal name', legal, [], null],
  ['one word', { ...legal, given: '' }, [], null],
  ['no word', { ...legal, given: '', family: '' }, [], 'name-empty'],
  ['ended before it began', { ...legal, period: { start: '2010-01-01', end: '2009-12-31' } }, [], 'period-backwards'],
  ['over tomorrow', { ...legal, period: { start: null, end: '2026-11-25' } }, [], 'date-ahead'],
  ['over today', { ...legal, period: { start: null, end: today } }, [], null],
  ['a second legal one', { ...legal, period: { start: '2020-01-01', end: null } }, [legal], 'official-twice'],
  ['the legal one of before', { ...legal, period: { start: null, end: '2009-12-31' } }, [legal], null],
  ['of a time nobody knows', { ...legal, period: { start: null, end: null } }, [legal], 'official-twice'],
  ['a maiden name beside it', { ...legal, use: 'maiden' }, [legal], null],
] as const)('%s', (_, name, others, fault) => {
  expect(nameFault(name, others, today)).toBe(fault)
})
