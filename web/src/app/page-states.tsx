import { Link } from '@tanstack/react-router'
import { buttonClass, EmptyState, Skeleton } from '../ui/index.ts'
import { useCatalog } from './catalog.ts'
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

export function PageFault({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { say } = useCatalog('shell', words)
  return (
    <Page title={say('failed')} width="narrow">
      <Fault error={error} onRetry={reset} />
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
