import { expect, test } from 'vitest'
import { addressRow, contactSearchValue, contactsOf, languageOf, nameLine } from './person-text.ts'

test('contacts: the best ranked first, old ones and other systems left out', () => {
  const telecom = [
    { system: 'phone', value: '(312) 555-0199', use: 'old' },
    { system: 'fax', value: '312 555 0198' },
    { system: 'phone', value: '312 555 0134', use: 'work', rank: 2 },
    { system: 'sms', value: '312 555 0135', use: 'mobile', rank: 1 },
    { system: 'email', value: ' Roz@Example.org ' },
    { system: 'phone', value: 'ask the sister' },
  ] as const
  expect(contactsOf(telecom, 'US')).toEqual([
    { system: 'phone', value: '+13125550135', use: 'mobile' },
    { system: 'phone', value: '+13125550134', use: 'work' },
    { system: 'email', value: 'Roz@Example.org', use: 'home' },
  ])
})

test('a national number of another country is not made American', () => {
  const telecom = [{ system: 'phone', value: '0690383372' }] as const
  expect(contactsOf(telecom, 'NLD')).toEqual([{ system: 'phone', value: '0690383372', use: 'home' }])
  const whole = [{ system: 'phone', value: '+31 20 123 4567' }] as const
  expect(contactsOf(whole, 'NLD')[0]?.value).toBe('+31201234567')
})

test('search values: digits reversed, mail in lower case', () => {
  expect(contactSearchValue('phone', '+13125550134')).toBe('43105552131')
  expect(contactSearchValue('email', 'Roz@Example.org')).toBe('roz@example.org')
})

test('languages the desk knows, in any spelling of the code; else none', () => {
  expect(
    languageOf([
      { code: 'en', preferred: false },
      { code: 'es-MX', preferred: true },
    ]),
  ).toBe('es')
  expect(languageOf([{ code: 'VI', preferred: false }])).toBe('vi')
  expect(languageOf([{ code: 'English', preferred: true }])).toBe(null)
  expect(languageOf([])).toBe(null)
})

test('names and addresses in the form of the desk', () => {
  expect(nameLine({ given: ['Ada'], family: 'Okafor', prefix: 'Dr.' })).toBe('Dr. Ada Okafor')
  expect(nameLine({ given: [], text: '张无忌' })).toBe('张无忌')
  const home = { use: 'home', lines: ['12 Ferry Road', 'Flat 3'], city: 'Riverside', state: 'MT' } as const
  expect(addressRow([{ use: 'old', lines: ['gone'] }, home])).toEqual({
    line: '12 Ferry Road, Flat 3',
    city: 'Riverside',
    state: 'MT',
    postalCode: '',
  })
  expect(addressRow([{ use: 'old', lines: ['gone'] }])).toBe(null)
})
