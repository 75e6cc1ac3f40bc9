import { useSyncExternalStore } from 'react'
import { clearToasts, showToast } from '../../ui/index.ts'
import { whenSignedOut } from '../session.ts'
import { type Change, newest, pushed, type UndoStack, without } from './undo-stack.ts'

let stack: UndoStack = []
let counted = 0
let running: Promise<unknown> = Promise.resolve()
const closers = new Map<number, () => void>()
const listeners = new Set<() => void>()

function set(next: UndoStack): void {
  stack = next
  for (const listener of listeners) listener()
}

/** Remembers a change of this window and shows a message from which it can be taken back. Answers its id. */
export function offerUndo(text: string, undoLabel: string, takeBack: Change['takeBack']): Change['id'] {
  counted += 1
  const change = { id: counted, text, takeBack }
  set(pushed(stack, change))
  closers.set(change.id, showToast({ text, undo: () => undo(change), undoLabel }))
  return change.id
}

/** One after the other: taking back twice quickly takes the last two changes back, in that order. */
function undo(change: Change): void {
  if (!stack.includes(change)) return
  set(without(stack, change.id))
  closers.get(change.id)?.()
  closers.delete(change.id)
  running = running.then(() => change.takeBack())
}

/** What is still on its way to the server comes first: a time that is being let go would stand in the way of taking back. */
export function settleBeforeUndo(work: Promise<unknown>): void {
  running = running.then(() => work).catch(() => {})
}

/** Takes the last change back. Answers what it was; null when there is none. */
export function undoLast(): Change | null {
  const change = newest(stack)
  if (change) undo(change)
  return change
}

// Nobody takes back what another did, or reads of whom it was.
whenSignedOut(() => {
  closers.clear()
  clearToasts()
  set([])
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useUndoStack(): UndoStack {
  return useSyncExternalStore(subscribe, () => stack)
}
