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
  return giveFrom(1, () => find()?.focus(), whenGiven)
}

/** After so many frames, for as many as a page may be inert, as long as nothing has the focus. */
function giveFrom(after: number, give: () => void, whenGiven?: () => void): () => void {
  let frames = 0
  let frame = requestAnimationFrame(next)
  function next() {
    frames += 1
    const isDue = frames > after
    if (isDue && isLost()) give()
    if (isDue && !isLost()) whenGiven?.()
    else if (frames < after + MOST_FRAMES) frame = requestAnimationFrame(next)
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

export interface KeptFocus {
  /** What in the place takes the focus; the place itself, `tabIndex` -1, where left out or not there. */
  readonly inside?: string
  /** What takes it when the place is gone. */
  readonly outside: string
  /** That a window which was opened from the place still has to give the focus back. */
  readonly isOwed?: () => boolean
}

/**
 * What has the focus in a place may go, and the place with it: a button whose work is done, a step that is over. What the browser
 * then says of the focus is nothing. As long as nobody has gone elsewhere it stays in the place, or goes to what `outside` names.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, { inside, outside, isOwed }: KeptFocus): void {
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
  useEffect(() => {
    const find = () => (inside && place.current?.querySelector<HTMLElement>(inside)) || place.current
    return isHere.current ? giveLostFocus(find) : undefined
  })
  useLayoutEffect(
    () => () => {
      if (isHere.current || isOwed?.()) giveLostFocus(() => document.querySelector<HTMLElement>(outside))
    },
    [outside, isOwed],
  )
}

/**
 * What had the focus may go by itself and nobody give the focus to anything: the last resort is this place, once everybody else
 * had their time. The next Tab then starts in it, not at the top of the window, and keys that work on the page are heard.
 */
export function useFocusNet(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Node | null = null
    let stop = (): void => undefined
    const note = ({ target }: Event) => {
      last = target instanceof Node ? target : null
      stop()
    }
    // A press on nothing takes the focus away as well, and is meant.
    const forget = () => {
      last = null
      stop()
    }
    const look = new MutationObserver(() => {
      if (last === null || last.isConnected || !isLost()) return
      last = null
      stop = giveFrom(MOST_FRAMES, () => place.current?.focus({ preventScroll: true }))
    })
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', forget)
    look.observe(document.body, { childList: true, subtree: true })
    return () => {
      stop()
      look.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', forget)
    }
  }, [place])
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
