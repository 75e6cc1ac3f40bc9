import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, Notice, Skeleton } from '../ui/index.ts'
import { useCatalog } from './catalog.ts'
import { ProblemError } from './client.ts'
import { words } from './shell/words.ts'

export interface AnswerProps<T> {
  readonly of: UseQueryResult<T, Error>
  readonly loading?: ReactNode
  /** What stands in the place of a restricted record that is not, or no longer, open to whoever looks. */
  readonly restricted?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** The server said that the record is restricted: what was shown of it before must go. */
function isShut(error: unknown): boolean {
  return error instanceof ProblemError && error.type === 'restricted'
}

/** An answer in each of its states: on its way, here, not allowed, not found, failed. Old data stay on the screen. */
export function Answer<T>({ of, loading, restricted, children }: AnswerProps<T>) {
  const { say } = useCatalog('shell', words)
  if (isShut(of.error)) return <>{restricted ?? <Fault error={of.error} />}</>
  if (of.data !== undefined) return <>{children(of.data)}</>
  // Without a connection a question waits; it is asked by itself when the connection is back.
  if (of.fetchStatus === 'paused') return <Fault error={new ProblemError(0, 'offline')} />
  if (of.isPending && of.error === null) return <>{loading ?? <Skeleton lines={6} label={say('loading')} />}</>
  return <Fault error={of.error} isRetrying={of.isFetching} onRetry={() => void of.refetch()} />
}

export interface FaultProps {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly isRetrying?: boolean
}

/** Why something cannot be shown, in words, with what to do next. */
export function Fault({ error, onRetry, isRetrying = false }: FaultProps) {
  const { say } = useCatalog('shell', words)
  const type = error instanceof ProblemError ? error.type : 'fault'
  if (type === 'not-allowed') {
    return (
      <Notice kind="info" title={say('notAllowed')}>
        {say('notAllowedNext')}
      </Notice>
    )
  }
  if (type === 'restricted') {
    return (
      <Notice kind="warn" title={say('restricted')}>
        {say('restrictedNext')}
      </Notice>
    )
  }
  if (type === 'merged-record') {
    return (
      <Notice kind="warn" title={say('mergedRecord')}>
        {say('mergedRecordNext')}
      </Notice>
    )
  }
  if (type === 'not-found') {
    return (
      <Notice kind="info" title={say('notFound')}>
        {say('notFoundNext')}
      </Notice>
    )
  }
  const isOffline = type === 'offline'
  return (
    <ErrorState
      title={say(isOffline ? 'unreached' : 'failed')}
      safe={say('failedSafe')}
      next={say(isOffline ? 'unreachedNext' : 'failedNext')}
      detail={type}
      isRetrying={isRetrying}
      {...(onRetry ? { onRetry } : {})}
    />
  )
}
