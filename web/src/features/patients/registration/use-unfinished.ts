import { useEffect, useRef } from 'react'
import { keepUnfinished, type TypedOfOne } from '../typed.ts'

/**
 * Keeps what is typed of somebody new while other pages are looked at, in memory and until whoever typed it signs out, and
 * asks before the window goes with it. Answers how it is let go, once it is saved or not wanted any more.
 *
 * @param typed null where nothing is typed yet
 */
export function useUnfinished(typed: TypedOfOne | null): () => void {
  const isOver = useRef(false)
  useEffect(() => {
    if (!isOver.current) keepUnfinished(typed)
  }, [typed])
  const hasTyped = typed !== null
  useEffect(() => {
    if (!hasTyped) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [hasTyped])
  return () => {
    isOver.current = true
    keepUnfinished(null)
  }
}
