import { useEffect, useState } from 'react'

/**
 * Gives the focus back to what had it when the window opened. React Aria does so from inside the window; where the page
 * behind it has gone inert and the window is closed before it took the focus, nothing has it.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // After React Aria's own try, which waits for a frame.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const isLost = document.activeElement === document.body
          if (isLost && before instanceof HTMLElement && before.isConnected) before.focus()
        }),
      )
    },
    [before],
  )
}
