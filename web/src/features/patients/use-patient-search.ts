import { patients } from '@foyer/contract'
import { isTooShortToSearch } from '@foyer/patients'
import { useEffect, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { ProblemError } from '../../app/client.ts'
import type { PatientHit } from './shapes.ts'

const pauseMs = 120

export interface PatientSearchAnswer {
  /** Null until enough was typed and the first answer is here; then kept while the next is on its way. */
  readonly hits: readonly PatientHit[] | null
  /** Ids of restricted records that the question names in full and that are not open to whoever asks. */
  readonly restricted: readonly string[]
  /** Whether `hits` answer what is typed now. */
  readonly isCurrent: boolean
  /** Whether the answer to what is typed now is still on its way. */
  readonly isAwaited: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** People for what is being typed: asked after a short pause, from two letters on, or one sign that says as much. */
export function usePatientSearch(typed: string, limit = 20): PatientSearchAnswer {
  const q = typed.trim()
  const [asked, setAsked] = useState(q)
  useEffect(() => {
    const pause = setTimeout(() => setAsked(q), pauseMs)
    return () => clearTimeout(pause)
  }, [q])
  const isEnough = !isTooShortToSearch(q)
  const isEnabled = isEnough && !isTooShortToSearch(asked)
  const answer = useAsk(patients.searchPatients, { q: asked.slice(0, 120), limit }, { isEnabled, keepPrevious: true })
  const hits = isEnabled ? (answer.data?.patients ?? null) : null
  const isCurrent = hits !== null && asked === q && !answer.isPlaceholderData
  const error = !isEnabled ? null : answer.fetchStatus === 'paused' ? new ProblemError(0, 'offline') : answer.error
  return {
    hits,
    restricted: isEnabled ? (answer.data?.restricted ?? []).map(({ id }) => id) : [],
    isCurrent,
    isAwaited: isEnough && !isCurrent && (asked !== q || error === null),
    error,
    retry: () => void answer.refetch(),
  }
}
