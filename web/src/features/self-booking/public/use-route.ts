import { useCallback, useEffect, useState } from 'react'
import type { StepName } from './draft.ts'

/** The step stands in the history of the browser, so that its own way back works. */
export function useRoute(): { readonly at: StepName; readonly go: (step: StepName, replace?: boolean) => void } {
  const read = (): StepName => (window.history.state as { step?: StepName } | null)?.step ?? 'what'
  const [at, setAt] = useState<StepName>(read)
  useEffect(() => {
    const hear = (): void => setAt(read())
    window.addEventListener('popstate', hear)
    return () => window.removeEventListener('popstate', hear)
  }, [])
  const go = useCallback((step: StepName, replace = false) => {
    if (replace) window.history.replaceState({ step }, '')
    else window.history.pushState({ step }, '')
    setAt(step)
  }, [])
  return { at, go }
}
