import { useEffect } from 'react'
import { showToast, useShortcuts } from '../../ui/index.ts'
import { useWords } from './words.ts'
import { undoLast, useUndoStack } from './undo-store.ts'

/** `u` and Ctrl+Z. In a text field Ctrl+Z belongs to the text. */
export function useUndoKeys(): void {
  const { say } = useWords()
  const last = useUndoStack().at(-1)
  const run = () => {
    if (!undoLast()) showToast({ kind: 'info', text: say('nothing') })
  }
  useShortcuts({ u: { label: last ? say('this', { what: last.text }) : say('last'), run } })
  useControlZ()
}

/** Only Ctrl+Z, where the letter means something else. */
export function useControlZ(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo =
        event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      const isText =
        event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null
      if (!isUndo || isText || event.defaultPrevented) return
      event.preventDefault()
      undoLast()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
