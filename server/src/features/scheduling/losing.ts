import { refuse, type Result } from '@foyer/kernel'
import type { BookRefusal } from '@foyer/scheduling'
import { Problem } from '../../platform/http/problem.ts'
import type { Lost } from './openings/with-next.ts'

interface Losing {
  /** Set once it is known: what the next best is looked for with. */
  wanted: Lost['wanted'] | null
  /** Somebody was faster, or a rule says no to the time. */
  readonly lost: (error?: BookRefusal) => Result<never, Lost>
}

/** What a move asked for, kept for when it turns out to be taken. */
export function losing(): Losing {
  const asked: Losing = {
    wanted: null,
    lost: (error) => {
      if (!asked.wanted) throw new Problem('not-found')
      return refuse({ reason: 'opening-taken', wanted: asked.wanted, ...(error ? { rules: error.rules } : {}) })
    },
  }
  return asked
}

/** Whether the refusal says that the time is taken. */
export function isTaken(
  error: BookRefusal | { readonly reason: string },
): error is Extract<BookRefusal, { reason: 'opening-taken' }> {
  return error.reason === 'opening-taken'
}
