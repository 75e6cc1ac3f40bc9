import { ProblemError } from '../../app/client.ts'
import type { Say } from './use-words.ts'

/** Why saving failed, in a sentence that says what is safe and what to do. Names fields, never their content. */
export function saveFault(error: unknown, say: Say): string {
  if (error instanceof ProblemError && error.status === 0) return say('unreached')
  if (error instanceof ProblemError && error.type === 'merged-record') return say('mergedMeanwhile')
  if (error instanceof ProblemError && error.errors.length > 0) {
    return say('invalid', { fields: error.errors.map(({ pointer }) => pointer.replace(/^\//, '')).join(', ') })
  }
  return say('faulted')
}
