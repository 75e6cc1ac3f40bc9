import { useEffect, useRef } from 'react'

/**
 * A dialog gives the focus back to what opened it, which may be gone by then: a card that moved, a button without further
 * use. Two frames after the dialog has closed, a focus that went nowhere goes to the element that `selector` names.
 */
export function useFocusBack(isOpen: boolean, selector: string): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const closes = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (!closes) return
    const find = () => {
      const focused = document.activeElement
      if (focused !== null && focused !== document.body) return
      document.querySelector<HTMLElement>(selector)?.focus()
    }
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(find)
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen, selector])
}
