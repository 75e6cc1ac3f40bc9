import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { lockNow } from '../../features/session/index.ts'
import { OfflineBanner, SkipLink, useFocusNet, useOnline, useShortcuts } from '../../ui/index.ts'
import { useCatalog } from '../catalog.ts'
import { isWindowOpen } from '../open-window.ts'
import { openSearch } from '../search.ts'
import { Palette } from './palette.tsx'
import { usePlaces } from './places.ts'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { useEarlyPages } from './use-early-pages.ts'
import { useTypedAhead } from './use-typed-ahead.ts'
import { words } from './words.ts'

export function Shell({ isLive }: { readonly isLive: boolean }) {
  const { say } = useCatalog('shell', words)
  const isOnline = useOnline()
  useShellKeys()
  useHome()
  useEarlyPages()
  useTypedAhead()
  return (
    <div className={styles.shell}>
      <SkipLink href="#main">{say('skip')}</SkipLink>
      <Rail />
      <TopBar />
      <div className={styles.stage}>
        <OfflineBanner isOffline={!isOnline}>{say('offlineWorks')}</OfflineBanner>
        <p role="status" className={isLive || !isOnline ? styles.quiet : styles.lost}>
          {isLive || !isOnline ? '' : say('liveLost')}
        </p>
        <Main />
      </div>
      <Palette />
    </div>
  )
}

/** A new page takes the focus, unless something in it took it already: the next Tab goes into the page. */
function Main() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useFocusNet(main)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    main.current?.scrollTo({ top: 0 })
    const taken = document.activeElement
    if (isWindowOpen() || (taken && main.current?.contains(taken))) return
    main.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <main id="main" ref={main} tabIndex={-1} className={styles.main}>
      <Outlet />
    </main>
  )
}

function useShellKeys(): void {
  const { say } = useCatalog('shell', words)
  const navigate = useNavigate()
  const places = usePlaces()
  const find = { label: say('find'), run: () => openSearch() }
  useShortcuts(
    {
      '/': find,
      'Ctrl+K': find,
      ...Object.fromEntries(
        places.map((place) => [
          place.keys,
          { label: say('goTo', { page: say(place.word) }), run: () => void navigate({ to: place.to }) },
        ]),
      ),
      'g l': { label: say('lock'), run: lockNow },
    },
    { scope: 'app' },
  )
}

/** The set-up address has nothing to show once there is a practice. */
function useHome(): void {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const navigate = useNavigate()
  useEffect(() => {
    if (path === '/setup') void navigate({ to: '/', replace: true })
  }, [path, navigate])
}
