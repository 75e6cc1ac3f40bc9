import type { Result } from '@foyer/kernel'
import { useState } from 'react'
import { refresh } from '../../../app/ask.ts'
import { stale } from './shapes.ts'
import { refusalText, useWords } from './use-words.ts'

type Deed<T> = () => Promise<Result<T, { readonly reason: string }>>

/** Does something and shows everywhere what became of it; `failure` says why not. */
export function useSave() {
  const words = useWords()
  const [failure, setFailure] = useState<string | null>(null)
  return {
    failure,
    run: async <T>(deed: Deed<T>, onDone: (value: T) => void): Promise<void> => {
      setFailure(null)
      try {
        const result = await deed()
        if (!result.ok) {
          setFailure(refusalText(words, result.error.reason))
          return
        }
        onDone(result.value)
        await refresh(...stale)
      } catch {
        setFailure(words.say('failed'))
      }
    },
  }
}
