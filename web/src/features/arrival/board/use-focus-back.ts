import { useEffect, useRef } from 'react'

/**
 * A dialog gives the focus back to what opened it; a card that moved meanwhile is no longer that thing. Two frames after the
 * dialog is gone a focus that went nowhere goes to the card of the visit.
 */
export function useFocusBack(isOpen: boolean, appointmentId: string): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const closes = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (!closes) return
    const find = () => {
      const focused = document.activeElement
      if (focused !== null && focused !== document.body) return
      document.querySelector<HTMLElement>(`[data-visit="${CSS.escape(appointmentId)}"]`)?.focus()
    }
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(find)
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen, appointmentId])
}
