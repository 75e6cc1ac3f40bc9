import { useCallback, useEffect, useRef, useState } from 'react'

/** Gives the focus to an element where nothing has it. */
export function focusIfLost(element: HTMLElement | null | undefined): void {
  const focused = document.activeElement
  if (focused === null || focused === document.body) element?.focus()
}

/**
 * Two frames after a window has closed: React Aria first gives the focus back to what opened it, which takes a frame and leads
 * nowhere where that is gone by then. Answers how not to.
 */
export function afterWindow(run: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run)
  })
  return () => cancelAnimationFrame(frame)
}

/**
 * What opened a window may be gone when it closes: a card that moved, a button without further use. A focus that went nowhere
 * then goes to what `find` names. Answers how to ask whether it is still owed: from when the window opens until the focus is somewhere again.
 */
export function useFocusAfter(isOpen: boolean, find: () => HTMLElement | null | undefined): () => boolean {
  const isOwed = useRef(false)
  const place = useRef(find)
  useEffect(() => {
    place.current = find
  })
  useEffect(() => {
    if (isOpen) isOwed.current = true
    if (isOpen || !isOwed.current) return
    return afterWindow(() => {
      isOwed.current = false
      focusIfLost(place.current())
    })
  }, [isOpen])
  return useCallback(() => isOwed.current, [])
}

/**
 * Of a window: the focus goes back to what had it before. React Aria does so from inside the window; where the page behind it
 * has gone inert and the window is closed before it took the focus, nothing has it.
 */
export function useFocusBefore(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      afterWindow(() => {
        if (before instanceof HTMLElement && before.isConnected) focusIfLost(before)
      })
    },
    [before],
  )
}
