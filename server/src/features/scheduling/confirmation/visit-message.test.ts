import { expect, test } from 'vitest'
import { visitMessage } from './visit-message.ts'

const facts = {
  practice: 'Riverside Family Health',
  readerName: 'Mai',
  about: null,
  start: '2026-12-08T16:40:00Z',
  site: {
    name: 'Lakefront',
    timeZone: 'America/Los_Angeles',
    phone: '+13125550100',
    address: { line: '1 Shore Road', city: 'Oakland', state: 'CA', postalCode: '94601' },
  },
  telehealth: false,
}

test('a confirmation says when by the clock of the site, where and whom to call', () => {
  expect(visitMessage('booked', facts, 'en')).toEqual({
    subject: 'Your appointment at Riverside Family Health',
    text: `Hello Mai,

Your appointment at Riverside Family Health is set.

When: Tuesday, December 8, 2026 at 8:40 AM (Los Angeles time)
Where: Lakefront, 1 Shore Road, Oakland, CA 94601

Do you need to change it? Please call us at (312) 555-0100.
You can open the file with this message to put it in your calendar.

Riverside Family Health
`,
  })
})

test('nobody is sent to the address of a visit by phone or video, or of a cancelled one', () => {
  for (const language of ['en', 'es'] as const) {
    expect(visitMessage('booked', { ...facts, telehealth: true }, language).text).not.toContain('Shore Road')
    expect(visitMessage('cancelled', facts, language).text).not.toContain('Shore Road')
  }
})
