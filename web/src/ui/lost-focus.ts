import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Frames in which the focus is tried to be given: for so long a page may be inert behind a window that has closed. */
const MOST_FRAMES = 30

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/**
 * Gives the focus to what `find` names where nothing has it, from the second frame after a window has closed: React Aria first
 * gives it back to what opened the window, which takes a frame and leads nowhere where that is gone by then. Answers how not to.
 */
export function giveLostFocus(find: () => HTMLElement | null | undefined, whenGiven?: () => void): () => void {
  let frames = 0
  let frame = requestAnimationFrame(next)
  function next() {
    frames += 1
    if (frames > 1 && isLost()) find()?.focus()
    if (frames > 1 && !isLost()) whenGiven?.()
    else if (frames < MOST_FRAMES) frame = requestAnimationFrame(next)
  }
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
    return giveLostFocus(
      () => place.current(),
      () => {
        isOwed.current = false
      },
    )
  }, [isOpen])
  return useCallback(() => isOwed.current, [])
}

/**
 * What has the focus in a place may go, and the place with it: a button whose work is done, a step that is over. What the browser
 * then says of the focus is nothing. As long as nobody has gone elsewhere it stays in the place, or goes to what `outside` names.
 *
 * @param isOwed that a window which was opened from the place still has to give it back
 */
export function useKeptFocus(
  place: RefObject<HTMLElement | null>,
  { inside, outside, isOwed }: Readonly<Record<'inside' | 'outside', string>> & { readonly isOwed: () => boolean },
): void {
  const isHere = useRef(false)
  useEffect(() => {
    const look = ({ target }: Event) => {
      isHere.current = target instanceof Node && place.current?.contains(target) === true
    }
    const kinds = ['focusin', 'pointerdown'] as const
    for (const kind of kinds) document.addEventListener(kind, look)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, look)
    }
  }, [place])
  useEffect(() =>
    isHere.current
      ? giveLostFocus(() => place.current?.querySelector<HTMLElement>(inside) ?? place.current)
      : undefined,
  )
  useLayoutEffect(
    () => () => {
      if (isHere.current || isOwed()) giveLostFocus(() => document.querySelector<HTMLElement>(outside))
    },
    [outside, isOwed],
  )
}

/**
 * Of a window: the focus goes back to what had it before. React Aria does so from inside the window; where the page behind it
 * has gone inert and the window is closed before it took the focus, nothing has it.
 */
export function useFocusBefore(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      giveLostFocus(() => (before instanceof HTMLElement && before.isConnected ? before : null))
    },
    [before],
  )
}
