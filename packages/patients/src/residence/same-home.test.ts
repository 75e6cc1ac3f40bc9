import { expect, test } from 'vitest'
import { sameHome } from './same-home.ts'

const home = (line: string, postalCode = '62701') => ({ line, postalCode })

test('one home, however it is written', () => {
  const oak = home('12 Oak Street', '62701-1234')
  for (const line of ['12 Oak St', ' 12 OAK ST. ', '12 oak street']) expect(sameHome(oak, home(line)), line).toBe(true)
  expect(sameHome(home('12 Oak St Apt 4'), home('12 Oak Street #4'))).toBe(true)
  expect(sameHome(home('12 N Main St'), home('12 North Main Street'))).toBe(true)
})

test('another house, flat, street or place is another home; of what is not known nothing is said', () => {
  const oak = home('12 Oak St')
  for (const line of ['14 Oak St', '12 Oak St Apt 4', '12 Elm St', '12 Oak Ave', ''])
    expect(sameHome(oak, home(line)), line).toBe(false)
  expect(sameHome(oak, home('12 Oak St', '60601'))).toBe(false)
  expect(sameHome(home('12 Oak St', ''), home('12 Oak St', ''))).toBe(false)
  expect(sameHome(home(''), home(''))).toBe(false)
})
