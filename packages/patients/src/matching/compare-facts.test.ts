import { expect, test } from 'vitest'
import { emailLevel, phoneLevel, streetLevel } from './compare-facts.ts'
import { prepare } from './prepare.ts'
import type { MatchPerson } from './record.ts'

const person = (more: Partial<MatchPerson>) => prepare({ name: { given: 'Eva', family: 'Holm' }, ...more })

test.each([
  ['503-555-0134 x22', '5035550134', 1],
  ['503-555-0134', '+1 (503) 555-0134', 1],
  ['0049 170 5550162', '+49 (0)170 5550162', 1],
  ['0170 5550162', '+49 170 5550162', 1],
  ['503-555-0134', '503-555-0143', 2],
  ['503-555-0134', '312-555-0134', 2],
  ['503-555-0134', '312-555-7777', 3],
])('phones %s and %s: %i', (one, other, level) => {
  expect(phoneLevel(person({ phones: [one] }).phones, person({ phones: [other] }).phones)).toBe(level)
})

test.each([
  ['james.johnson5831@mail.example', 'James.Johnson5831@mail.example', 1],
  ['james.johnson5831@mail.example', 'james.jonson5831@mail.example', 2],
  ['james.johnson5831@mail.example', 'james.johnson5832@mail.example', 2],
  // Namesakes are told apart by their numbers.
  ['james.johnson5831@mail.example', 'james.johnson1234@mail.example', 3],
  ['james.johnson@mail.example', 'james.johnson77@mail.example', 3],
])('e-mails %s and %s: %i', (one, other, level) => {
  expect(emailLevel([one.toLowerCase()], [other.toLowerCase()])).toBe(level)
})

test.each([
  ['12 Oak Street', '12 Oak St', 1],
  ['Apt 4, 12 Oak St', '12 Oak St Apt 4', 1],
  ['12 Oak St', '12 Oak St Apt 4', 1],
  ['12 Oak St Apt 5', '12 Oak St Apt 4', 2],
  ['14 Oak St', '12 Oak St', 2],
  ['12 Oak St', '12 Elm St', 3],
  ['Apt 4', 'Apt 5', 0],
])('streets %s and %s: %i', (one, other, level) => {
  expect(streetLevel(person({ address: { line: one } }), person({ address: { line: other } }))).toBe(level)
})
