import { type RefObject, useEffect, useRef, useState } from 'react'

export interface Opened<T> {
  readonly what: T | null
  readonly open: (what: T) => void
  readonly close: () => void
  /** Closes it where the button that opened it goes away with what was done. */
  readonly closeGone: () => void
  /** The button that takes the focus where the one that was pressed is gone, or none was. */
  readonly home: RefObject<HTMLButtonElement | null>
}

/** What a window is open for. When it closes, the focus goes back to where it was, even past a window that followed another. */
export function useOpened<T>(): Opened<T> {
  const [what, setWhat] = useState<T | null>(null)
  const from = useRef<Element | null>(null)
  const home = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const isOpen = what !== null
  useEffect(() => {
    if (!isOpen && wasOpen.current) {
      const back = from.current
      const target = back instanceof HTMLElement && back.isConnected ? back : home.current
      target?.focus()
    }
    wasOpen.current = isOpen
  }, [isOpen])
  return {
    what,
    open: (next) => {
      from.current = document.activeElement === document.body ? null : document.activeElement
      setWhat(() => next)
    },
    close: () => setWhat(null),
    closeGone: () => {
      from.current = null
      setWhat(null)
    },
    home,
  }
}
