import { Link } from '@tanstack/react-router'
import { buttonClass, EmptyState, Skeleton } from '../ui/index.ts'
import { useCatalog } from './catalog.ts'
import { ProblemError } from './client.ts'
import { Page } from './page.tsx'
import { words } from './shell/words.ts'
import { Fault } from './states.tsx'

export function PagePending() {
  const { say } = useCatalog('shell', words)
  return (
    <Page title={say('loading')}>
      <Skeleton lines={8} label={say('loading')} />
    </Page>
  )
}

/** A page whose code did not arrive is asked for again with the whole document, once there is a connection. */
function reload(): void {
  if (navigator.onLine) window.location.reload()
}

export function PageFault({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { say } = useCatalog('shell', words)
  return (
    <Page title={say('failed')} width="narrow">
      <Fault error={error} onRetry={error instanceof ProblemError && error.type === 'offline' ? reload : reset} />
    </Page>
  )
}

export function NotFound() {
  const { say } = useCatalog('shell', words)
  return (
    <Page title={say('notFound')} width="narrow">
      <EmptyState
        title={say('notFound')}
        action={
          <Link to="/" className={buttonClass({ variant: 'go' })}>
            {say('backToToday')}
          </Link>
        }
      >
        {say('notFoundNext')}
      </EmptyState>
    </Page>
  )
}
