import { expect, test } from 'vitest'
import { titleOf } from './title-of.ts'

test.each([
  ['Referral_Dr. Singh.pdf', 'Referral Dr. Singh'],
  ['C:\\Users\\desk\\Letter to school.PDF', 'Letter to school'],
  ['../../etc/passwd', 'passwd'],
  ['IMG_2041.jpg', 'Identity'],
  ['image.png', 'Identity'],
  ['', 'Identity'],
  [`${'a'.repeat(200)}.png`, 'a'.repeat(120)],
])('%s', (fileName, title) => expect(titleOf(fileName, 'Identity')).toBe(title))
