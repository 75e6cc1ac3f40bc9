import { expect, test } from 'vitest'
import { suggestPassword } from './password.ts'

const bytes = (value: number) => (into: Uint8Array<ArrayBuffer>) => into.fill(value)

test('four groups of four letters that cannot be mistaken', () => {
  expect(suggestPassword((into) => crypto.getRandomValues(into))).toMatch(
    /^(?:[a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/,
  )
})

test('bytes that would favour some letters are drawn again', () => {
  const draws = [255, 250, 3, 0]
  const drawn: number[] = []
  const password = suggestPassword((into) => {
    const value = draws.shift() ?? 0
    drawn.push(value)
    return bytes(value)(into)
  })
  expect(drawn).toEqual([255, 250, 3])
  expect(password).toBe('dddd-dddd-dddd-dddd')
})
