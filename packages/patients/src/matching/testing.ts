import fc from 'fast-check'
import type { MatchPerson } from './record.ts'

const given = [
  'Maria',
  'Mai',
  'Bob',
  'Robert',
  'Linh',
  'María Elena',
  'Elena',
  'J',
  'Jayden',
  'Hayden',
  'Светлана',
  '小明',
  '',
]
const family = [
  'Nguyen',
  'García López',
  'García',
  'Price',
  'Maria',
  "O'Brien",
  'de la Cruz',
  'Delacruz',
  'Ким',
  'Smith',
  '',
]
const dates = ['1961-03-14', '1961-03-15', '1961-14-03', '1961-03', '1961', '1989-09-02', '1900-01-01', undefined]

/** People few enough in kind that two of them often have much in common. */
export const anyPerson: fc.Arbitrary<MatchPerson> = fc.record({
  name: fc.record({
    given: fc.constantFrom(...given),
    middle: fc.constantFrom('Elena', 'E', 'Ann', undefined),
    family: fc.constantFrom(...family),
    preferred: fc.constantFrom('Mai', 'Bob', undefined),
    suffix: fc.constantFrom('Jr', 'Senior', undefined),
  }),
  formerFamily: fc.subarray(['Price', 'Nguyen']),
  birthDate: fc.constantFrom(...dates),
  sex: fc.constantFrom('female', 'male', 'unknown', undefined),
  formerSexes: fc.subarray(['female', 'male']),
  phones: fc.subarray(['+13125550134', '+17735550101', '+13125550135']),
  emails: fc.subarray(['maria.n@example.org', 'maria.m@example.org', 'b@example.org']),
  address: fc.constantFrom(
    { line: '9 Quarry Bend', city: 'Chicago', state: 'IL', postalCode: '60618' },
    { line: '9 Quary Bend Apt 2', city: 'Chicgo', postalCode: '60681' },
    { line: '11 Quarry Bend', city: 'Dayton', state: 'OH' },
    { postalCode: '60618' },
    undefined,
  ),
  identifiers: fc.subarray(['A77120934', 'A77120943', 'Z1']),
})
