import { ok, refuse } from '@foyer/kernel'
import { afterEach, expect, test, vi } from 'vitest'
import { takeBack } from './take-back.ts'

const { shown } = vi.hoisted(() => ({ shown: [] as { text: string; kind?: string }[] }))
vi.mock('../../ui/index.ts', () => ({ showToast: (message: { text: string }) => shown.push(message) }))
afterEach(() => void shown.splice(0))

const words = { failed: (why: string) => `Could not be undone. ${why}`, fault: () => 'The server is not there.' }

test('what was taken back is said, and so is why not', async () => {
  expect(await takeBack(() => Promise.resolve(ok({ text: 'Back.' })), words, [])).toBe(true)
  expect(await takeBack(() => Promise.resolve(refuse('Merged further.')), words, [])).toBe(false)
  expect(await takeBack(() => Promise.reject(new Error('x')), words, [])).toBe(false)
  expect(shown).toEqual([
    { text: 'Back.' },
    { kind: 'bad', text: 'Could not be undone. Merged further.' },
    { kind: 'bad', text: 'Could not be undone. The server is not there.' },
  ])
})
