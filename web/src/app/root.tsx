import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { LockScreen, useIdleLock, Welcome } from '../features/session/index.ts'
import { Skeleton } from '../ui/index.ts'
import { useCatalog } from './catalog.ts'
import { offerLanguage } from './language.ts'
import { onLive, useLiveStream } from './live.ts'
import { Page } from './page.tsx'
import { loadSession, type Me, useSession } from './session.ts'
import { Shell } from './shell/shell.tsx'
import { words } from './shell/words.ts'
import { usePracticeAnswer } from './site.ts'
import { Answer, Fault } from './states.tsx'

/** The gate: who is not signed in sees the welcome in place of the page; the address is kept. */
export function Root() {
  const session = useSession()
  const isForPatients = useLocation({ select: ({ pathname }) => pathname === '/answer' || pathname === '/estimate' })
  if (isForPatients) return <Outlet />
  if (session.at === 'unknown') return <Starting />
  if (session.at === 'out') return <Welcome />
  return <SignedIn key={session.me.staff.id} me={session.me} />
}

function Starting() {
  const { say } = useCatalog('shell', words)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    loadSession().catch(setError)
  }, [])
  const retry = () => {
    setError(null)
    loadSession().catch(setError)
  }
  return (
    <main>
      <Page title={say('starting')} width="narrow">
        {error === null ? <Skeleton lines={4} label={say('starting')} /> : <Fault error={error} onRetry={retry} />}
      </Page>
    </main>
  )
}

function SignedIn({ me }: { readonly me: Me }) {
  // A screen that was locked before anything was read stays empty until it is unlocked; later the page waits behind.
  const [wasOpen, setWasOpen] = useState(!me.locked)
  if (!wasOpen && !me.locked) setWasOpen(true)
  const isLive = useLiveStream(true)
  useIdleLock(me)
  useEffect(() => offerLanguage(me.staff.language), [me.staff.language])
  // A session may have been ended elsewhere, or what one may do was changed.
  useEffect(
    () =>
      onLive(({ type }) => {
        if (type === 'session.ended' || type === 'staff.changed') loadSession().catch(() => {})
      }),
    [],
  )
  return (
    <>
      {wasOpen && <Desk isLive={isLive} />}
      {me.locked && <LockScreen me={me} />}
    </>
  )
}

function Desk({ isLive }: { readonly isLive: boolean }) {
  const { say } = useCatalog('shell', words)
  const practice = usePracticeAnswer()
  if (practice.data) return <Shell isLive={isLive} />
  return (
    <main>
      <Page title={say('starting')}>
        <Answer of={practice}>{() => null}</Answer>
      </Page>
    </main>
  )
}
