import type { Result } from '@foyer/kernel'
import { useState } from 'react'
import { ProblemError } from '../../app/client.ts'
import { type Say, useWords } from './use-words.ts'

/** Why saving failed, in a sentence that says what is safe and what to do. Names fields, never their content. */
export function faultText(error: unknown, say: Say): string {
  if (!(error instanceof ProblemError)) return say('faulted')
  if (error.status === 0) return say('unreached')
  if (error.type === 'not-allowed') return say('notAllowed')
  if (error.type === 'not-found') return say('goneMeanwhile')
  if (error.errors.length === 0) return say('faulted')
  return say('invalid', { fields: error.errors.map(({ pointer }) => pointer.replace(/^\//, '')).join(', ') })
}

/** One attempt to save after another: what a rule refused, and what went wrong besides. */
export function useSaving<E extends { readonly reason: string }>() {
  const { say } = useWords()
  const [failure, setFailure] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<E | null>(null)

  /** What was saved, or null where it was not. */
  async function run<T>(work: () => Promise<Result<T, E>>): Promise<T | null> {
    setFailure(null)
    setRefusal(null)
    try {
      const result = await work()
      if (result.ok) return result.value
      setRefusal(result.error)
    } catch (error) {
      setFailure(faultText(error, say))
    }
    return null
  }
  return { run, failure, refusal, forgive: () => setRefusal(null) }
}
