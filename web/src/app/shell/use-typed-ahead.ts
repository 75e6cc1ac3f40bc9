import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { shortcuts } from '../../ui/index.ts'

/** Then the page left keeps its keys: better than none at all. */
const longestWayMs = 5_000

/** Keys typed while another page is on its way count there, not on the one that is still shown. */
export function useTypedAhead(): void {
  const router = useRouter()
  useEffect(() => {
    let arrived = () => {}
    let limit: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(limit)
      arrived()
    }
    const off = [
      router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
        if (!pathChanged) return
        stop()
        arrived = shortcuts.leave()
        limit = setTimeout(stop, longestWayMs)
      }),
      // The keys of the page that has just been shown are registered after that.
      router.subscribe('onResolved', () => {
        clearTimeout(limit)
        limit = setTimeout(stop, 0)
      }),
    ]
    return () => {
      stop()
      for (const each of off) each()
    }
  }, [router])
}
