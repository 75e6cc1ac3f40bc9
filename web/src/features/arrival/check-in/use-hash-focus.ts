import { useEffect } from 'react'

/** A link to one step (`#coverage`) brings it into view and gives it the focus. */
export function useHashFocus(): void {
  useEffect(() => {
    const step = document.getElementById(location.hash.slice(1))
    if (!step) return
    step.scrollIntoView({ block: 'center' })
    step.focus({ preventScroll: true })
  }, [])
}
