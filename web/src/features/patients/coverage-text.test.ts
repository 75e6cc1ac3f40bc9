import { expect, test } from 'vitest'
import { coverageName } from './coverage-text.ts'

test.each([
  ['Blue Cross PPO', 'PPO 1500', 'Blue Cross PPO 1500'],
  ['Blue Cross', 'Blue Cross Select', 'Blue Cross Select'],
  ['Aetna', 'Choice POS II', 'Aetna Choice POS II'],
  ['Medicare', null, 'Medicare'],
  ['Medicare', 'Medicare', 'Medicare'],
])('payer %s with plan %s is called %s', (payerName, planName, called) => {
  expect(coverageName({ payerName, planName })).toBe(called)
})
