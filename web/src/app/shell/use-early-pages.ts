import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

const afterMs = 2_000

/** Fetches the code of every page soon after the first one shows: going there is then instant, and works offline. */
export function useEarlyPages(): void {
  const router = useRouter()
  useEffect(() => {
    const wait = setTimeout(() => {
      for (const route of Object.values(router.routesById)) {
        const page = route.options.component
        if (page && 'preload' in page) void page.preload?.()
      }
    }, afterMs)
    return () => clearTimeout(wait)
  }, [router])
}
