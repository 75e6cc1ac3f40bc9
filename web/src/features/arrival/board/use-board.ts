import { arrival } from '@foyer/contract'
import { useMemo } from 'react'
import { useAsk } from '../../../app/ask.ts'
import type { Board } from '../visit.ts'
import { withPending } from './pending.ts'
import { type Steps, useSteps } from './use-steps.ts'

export interface BoardAnswer {
  /** What the screen shows: the server's answer with the pending steps on top. */
  readonly board: Board | undefined
  /** What the server last said. */
  readonly told: Board | undefined
  readonly steps: Steps
  readonly hasFailed: boolean
  readonly error: Error | null
  /** When the answer came, ISO in UTC. */
  readonly answeredAt: string
  readonly isAsking: boolean
  readonly askAgain: () => void
}

export function useBoard(siteId: string, date: string): BoardAnswer {
  const answer = useAsk(arrival.readBoard, { siteId, date })
  const steps = useSteps()
  const told = answer.data
  const board = useMemo(() => told && withPending(told, steps.pending), [told, steps.pending])
  return {
    board,
    told,
    steps,
    hasFailed: answer.isError,
    error: answer.error,
    answeredAt: new Date(answer.dataUpdatedAt).toISOString(),
    isAsking: answer.isFetching,
    askAgain: () => void answer.refetch(),
  }
}
