import { expect, test } from 'vitest'
import { severalMessage } from './several-message.ts'

const site = {
  name: 'Lakefront',
  timeZone: 'America/Los_Angeles',
  phone: '+13125550100',
  address: { line: '1 Shore Road', city: 'Oakland', state: 'CA', postalCode: '94601' },
}
const visits = ['2026-12-08T16:40:00Z', '2026-12-15T16:40:00Z'].map((start) => ({ start, site, telehealth: false }))
const facts = { practice: 'Riverside Family Health', readerName: 'Mai', about: null, visits }

test('one message has every time, and the place once where it is the same for all', () => {
  expect(severalMessage('booked', facts, 'en')).toEqual({
    subject: 'Your 2 appointments at Riverside Family Health',
    text: `Hello Mai,

Your 2 appointments at Riverside Family Health are set.

1. Tuesday, December 8, 2026 at 8:40 AM (Los Angeles time)
2. Tuesday, December 15, 2026 at 8:40 AM (Los Angeles time)

Where: Lakefront, 1 Shore Road, Oakland, CA 94601

Do you need to change one? Please call us at (312) 555-0100.
You can open the file with this message to put them in your calendar.

Riverside Family Health
`,
  })
})

test('each visit says where it is when they are in different places', () => {
  const [one, other] = visits
  if (!one || !other) throw new Error('there are two')
  const { text } = severalMessage('booked', { ...facts, visits: [one, { ...other, telehealth: true }] }, 'es')
  expect(text).toContain(`1. martes, 8 de diciembre de 2026, 8:40 a.m. (hora de Los Angeles)
   Lakefront, 1 Shore Road, Oakland, CA 94601
2. martes, 15 de diciembre de 2026, 8:40 a.m. (hora de Los Angeles)
   por teléfono o video. No necesita venir.
`)
})

test('cancelled ones send nobody anywhere', () => {
  const { subject, text } = severalMessage('cancelled', facts, 'es')
  expect(subject).toBe('2 citas en Riverside Family Health fueron canceladas')
  expect(text).not.toContain('Shore Road')
  expect(text).toContain('¿Quiere una nueva cita?')
})
