import { expect, test, vi } from 'vitest'
import { signedOut } from '../session.ts'
import { offerUndo, settleBeforeUndo, undoLast } from './undo-store.ts'

test('what somebody did is not taken back by who signs in after them', () => {
  offerUndo('Booked', 'Undo', () => Promise.resolve(true))
  signedOut()
  expect(undoLast()).toBeNull()
})

test('what is on its way to the server is there before something is taken back, also where it fails', async () => {
  const { promise, reject } = Promise.withResolvers<void>()
  const takeBack = vi.fn(() => Promise.resolve(true))
  offerUndo('Opened', 'Undo', takeBack)
  settleBeforeUndo(promise)
  undoLast()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(takeBack).not.toHaveBeenCalled()
  reject(new Error('offline'))
  await vi.waitFor(() => expect(takeBack).toHaveBeenCalledOnce())
})
