import { type KeyboardEvent, useState } from 'react'
import type { Completion } from './complete.ts'

/** Which of the names below the line the keys are on. Another text begins anew. */
export function useCompleting(line: string, completions: readonly Completion[], onPick: (line: string) => void) {
  const [at, setAt] = useState({ line, index: -1, isClosed: false })
  const { index, isClosed } = at.line === line ? at : { index: -1, isClosed: false }
  const shown = isClosed ? [] : completions
  const go = (next: number) => setAt({ line, index: next, isClosed: false })
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => go(Math.min(shown.length - 1, index + 1)),
    ArrowUp: index < 0 ? undefined : () => go(index - 1),
    Enter: index < 0 ? undefined : () => onPick(shown[index]?.line ?? line),
    Escape: () => setAt({ line, index: -1, isClosed: true }),
  }
  return {
    shown,
    active: index,
    /** Before the field itself sees the key: Enter would keep the words, Escape would empty the line. */
    onKeyDownCapture: (event: KeyboardEvent) => {
      const run = shown.length > 0 && !event.nativeEvent.isComposing ? keys[event.key] : undefined
      if (!run) return
      event.preventDefault()
      event.stopPropagation()
      run()
    },
  }
}
