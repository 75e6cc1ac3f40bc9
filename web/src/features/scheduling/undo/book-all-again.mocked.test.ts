import { ok, refuse } from '@foyer/kernel'
import { afterEach, expect, test, vi } from 'vitest'
import { sayIn } from '../testing.ts'
import { bookAllAgain } from './book-all-again.ts'
import type { UndoVisit } from './book-again.ts'

const { shown } = vi.hoisted(() => ({ shown: [] as { text: string; kind?: string }[] }))
vi.mock('../../../ui/index.ts', () => ({ showToast: (message: { text: string }) => shown.push(message) }))
afterEach(() => void shown.splice(0))

type Step = 'ok' | 'taken' | 'fault'

async function again(...steps: readonly Step[]) {
  const asked: string[] = []
  const undo: UndoVisit = ({ appointmentId }) => {
    asked.push(appointmentId)
    const step = steps[Number(appointmentId)]
    if (step === 'fault') return Promise.reject(new Error('no server'))
    return Promise.resolve(step === 'ok' ? ok({} as never) : refuse({ reason: 'opening-taken', rules: [] } as never))
  }
  const visits = steps.map((_, index) => ({ id: String(index) }))
  const isDone = await bookAllAgain(visits, { undo, say: sayIn('en'), name: 'Samir Aziz' })
  return { isDone, asked: asked.length, text: shown.at(-1)?.text, kind: shown.at(-1)?.kind }
}

test('all of them, some of them, none of them', async () => {
  expect(await again('ok', 'ok')).toMatchObject({ isDone: true, text: 'Booked again: 2 visits of Samir Aziz' })
  expect(await again('ok', 'taken')).toMatchObject({
    isDone: true,
    kind: 'warn',
    text: '1 of 2 visits of Samir Aziz are booked again, the others are not. The time was given to somebody else.',
  })
  expect(await again('taken')).toMatchObject({
    isDone: false,
    kind: 'bad',
    text: expect.stringContaining('somebody else'),
  })
})

test('a server that fails half-way: what is booked again is said, and that the rest is not', async () => {
  const half = await again('ok', 'ok', 'fault', 'ok')
  expect(half).toMatchObject({ isDone: true, kind: 'warn', asked: 3 })
  expect(half.text).toMatch(/^2 of 4 visits of Samir Aziz are booked again, the others are not\. /)
})
