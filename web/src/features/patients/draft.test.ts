import { expect, test } from 'vitest'
import { draftFromSearch, emptyDraft, faultsOf, inputOf, withPhoneAsTold } from './draft.ts'

const today = '2026-11-22'

test('a search of given and family name with a birth date fills the form', () => {
  expect(draftFromSearch('mai nguyen 3/14/1961', today)).toMatchObject({
    given: 'Mai',
    family: 'Nguyen',
    birthDate: '1961-03-14',
    phone: '',
  })
})

test('before a comma stands the family name', () => {
  expect(draftFromSearch('de la Cruz, José', today)).toMatchObject({ given: 'José', family: 'de la Cruz' })
})

test('one word is taken as the given name, a phone number as the phone', () => {
  expect(draftFromSearch('rosa 312 555 0134', today)).toMatchObject({ given: 'Rosa', family: '', phone: '3125550134' })
})

test('the words of a date are no names', () => {
  expect(draftFromSearch('ana lopez 14 march 1961', today)).toMatchObject({ given: 'Ana', family: 'Lopez' })
})

test('a language that nobody chose is sent as not asked', () => {
  expect(inputOf({ ...emptyDraft, given: 'Ana' }).language).toBeNull()
  expect(inputOf({ ...emptyDraft, given: 'Ana', language: 'es' }).language).toBe('es')
})

test('an address goes as far as it is known', () => {
  const whole = { ...emptyDraft, given: 'Ana', family: 'Lopez', birthDate: '1990-01-02' }
  expect(faultsOf({ ...whole, city: 'Chicago' }, today)).toEqual({})
  expect(inputOf({ ...whole, city: 'Chicago' }).address).toMatchObject({ line: '', city: 'Chicago' })
  expect(inputOf(whole).address).toBeNull()
})

test('a phone too short to call is kept as a note; one on record gives way only to one that can be called', () => {
  const noteOf = (phone: string) => `Phone as told: ${phone}`
  const typed = { ...emptyDraft, given: 'Ana', phone: ' 555 01', alerts: 'Hard of hearing' }
  expect(faultsOf(typed, today)).toEqual({})
  const kept = withPhoneAsTold(typed, noteOf)
  expect(kept).toMatchObject({ phone: '', alerts: 'Phone as told: 555 01\nHard of hearing' })
  expect(inputOf(kept)).toMatchObject({ phone: null, alerts: ['Phone as told: 555 01', 'Hard of hearing'] })
  expect(withPhoneAsTold({ ...kept, phone: '555 01' }, noteOf)).toEqual(kept)
  expect(withPhoneAsTold({ ...typed, phone: '555-0134' }, noteOf).phone).toBe('555-0134')
  expect(faultsOf(typed, today, { ...typed, phone: '(312) 555-0134' })).toEqual({ phone: 'phoneOdd' })
})

test('no alert is cut off: what is too many or too long is said', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `Alert ${at}`).join('\n')
  const born = { ...emptyDraft, given: 'Ana' }
  expect(inputOf({ ...born, alerts: lines(23) }).alerts).toHaveLength(23)
  expect(faultsOf({ ...born, alerts: lines(50) }, today)).toEqual({})
  expect(faultsOf({ ...born, alerts: lines(51) }, today)).toEqual({ alerts: 'alertsMany' })
  // A phone too short to call becomes one more.
  expect(faultsOf({ ...born, alerts: lines(50), phone: '555 01' }, today)).toEqual({ alerts: 'alertsMany' })
  expect(faultsOf({ ...born, alerts: `${'x'.repeat(81)}\nWalker` }, today)).toEqual({ alerts: 'alertLong' })
})

test('a birth date after today is a fault', () => {
  expect(faultsOf({ ...emptyDraft, given: 'A', family: 'B', birthDate: '2026-11-23' }, today)).toEqual({
    birthDate: 'birthAhead',
  })
})

test('what is missing is no fault but for a name, and a birth date that is on record', () => {
  expect(faultsOf({ ...emptyDraft, given: 'Ana' }, today)).toEqual({})
  expect(faultsOf(emptyDraft, today)).toEqual({ given: 'needName' })
  const born = { ...emptyDraft, given: 'Ana', birthDate: '1990-01-02' }
  expect(faultsOf({ ...born, birthDate: null }, today, born)).toEqual({ birthDate: 'needBirthDate' })
})

test('one known part of a name is enough, and comes back as it was typed', () => {
  const input = inputOf({ ...emptyDraft, given: 'Sukarno' })
  expect(input.name).toEqual({ given: 'Sukarno', family: '–' })
  expect(input.birthDate).toBeNull()
})
