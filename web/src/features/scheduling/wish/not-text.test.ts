import { expect, test } from 'vitest'
import { sayIn } from '../testing.ts'
import { notText } from './not-text.ts'

test('what does not suit reads as it was said, in both languages', () => {
  const en = (one: Parameters<typeof notText>[0]) => notText(one, sayIn('en'), 'en')
  const es = (one: Parameters<typeof notText>[0]) => notText(one, sayIn('es'), 'es')
  const lunch = { fromMinute: 720, untilMinute: 840 }
  expect(en({ weekdays: [1] })).toBe('not Monday')
  expect(en({ weekdays: [1, 2], times: { fromMinute: 0, untilMinute: 600 } })).toBe(
    'not Monday or Tuesday before 10:00',
  )
  expect(en({ times: lunch })).toBe('not between 12:00 and 14:00')
  expect(en({ from: '2026-12-12', to: '2026-12-12' })).toBe('not Sat 12 Dec')
  expect(en({ from: '2026-12-14', to: '2026-12-18' })).toBe('not Mon 14 Dec to Fri 18 Dec')
  expect(en({ to: '2026-12-11' })).toBe('not until Fri 11 Dec')
  expect(en({ from: '2026-12-21' })).toBe('not from Mon 21 Dec on')
  expect(es({ weekdays: [1] })).toBe('no lunes')
  expect(es({ times: lunch })).toBe('no entre las 12:00 y las 14:00')
})
