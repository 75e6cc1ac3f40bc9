import { useEffect, useRef } from 'react'

/**
 * Enter may be pressed while the answer to what is typed is still on its way. What it asks for is then done once the answer is
 * here; not when typing went on.
 */
export function useOnceAnswered(isAwaited: boolean, typed: string, act: () => void): () => void {
  const entered = useRef<string | null>(null)
  useEffect(() => {
    if (entered.current === null || isAwaited) return
    const isStill = entered.current === typed
    entered.current = null
    if (isStill) act()
  })
  return () => {
    entered.current = typed
  }
}
