import { expect, test } from 'vitest'
import { mailProblem } from './mail-problem.ts'

test('a reply of the mail server is noted by its code, never by its text', () => {
  const error = Object.assign(new Error('550 no mailbox nora@example.org'), { responseCode: 550, code: 'EENVELOPE' })
  expect(mailProblem(error)).toBe('SMTP 550')
})

test('a fault of the connection is noted by its code', () => {
  expect(mailProblem(Object.assign(new Error('x'), { code: 'ETIMEDOUT' }))).toBe('ETIMEDOUT')
})

test.each([new Error('nora@example.org'), 'nora@example.org', Object.assign(new Error('x'), { code: 'nora@x.org' })])(
  'what has no code says no more than that it failed',
  (error) => {
    expect(mailProblem(error)).toBe('not sent')
  },
)
