import { type ReactNode, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import styles from './connection.module.css'
import { formatAge } from './format.ts'
import { useWords } from './use-words.ts'

export type StaleNoteProps = {
  /** Instants, ISO in UTC. */
  readonly since: string
  readonly now: string
  readonly onRefresh?: () => void
  readonly isRefreshing?: boolean
}

export function StaleNote({ since, now, onRefresh, isRefreshing }: StaleNoteProps) {
  const { say, locale } = useWords()
  return (
    <p className={styles.stale}>
      <span>{say('asOf', { age: formatAge(since, now, locale) })}</span>
      {onRefresh && (
        <Button variant="quiet" size="sm" onPress={onRefresh} isPending={isRefreshing}>
          {isRefreshing ? say('refreshing') : say('refresh')}
        </Button>
      )}
    </p>
  )
}

export type OfflineBannerProps = { readonly isOffline: boolean /** What still works. */; readonly children: ReactNode }

export function OfflineBanner({ isOffline, children }: OfflineBannerProps) {
  const { say } = useWords()
  return (
    <div role="status" className={styles.region}>
      {isOffline && (
        <p className={styles.banner}>
          <strong>
            <span aria-hidden>! </span>
            {say('offline')}
          </strong>{' '}
          {children}
        </p>
      )}
    </div>
  )
}

function watchConnection(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

/** What the browser believes; a server that does not answer is for the caller to notice. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    watchConnection,
    () => navigator.onLine,
    () => true,
  )
}
