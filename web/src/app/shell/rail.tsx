import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Menu } from '../../ui/index.ts'
import { useCatalog } from '../catalog.ts'
import { type Place, usePlaces } from './places.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

/** All places one under the other; a bar of the most used on a phone and in a window zoomed to 200 %. */
export function Rail() {
  const { say } = useCatalog('shell', words)
  const places = usePlaces()
  return (
    <nav className={styles.rail} aria-label={say('main')}>
      <span className={styles.mark} aria-hidden>
        F
      </span>
      {places.map((place) => (
        <RailLink key={place.to} place={place} />
      ))}
      <MorePlaces places={places.filter(({ isOften }) => !isOften)} />
    </nav>
  )
}

function RailLink({ place }: { readonly place: Place }) {
  const { say } = useCatalog('shell', words)
  const Icon = place.icon
  return (
    <Link
      to={place.to}
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
      className={styles.place}
      data-last={place.isLast}
      data-often={place.isOften}
    >
      <Icon size={20} aria-hidden />
      <span>{say(place.word)}</span>
    </Link>
  )
}

/** Its button says where one is when that is one of them. */
function MorePlaces({ places }: { readonly places: readonly Place[] }) {
  const { say } = useCatalog('shell', words)
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const here = places.find(({ to }) => path === to || path.startsWith(`${to}/`))
  const Icon = here?.icon ?? Ellipsis
  if (places.length === 0) return null
  return (
    <Menu
      label={say('more')}
      placement="top end"
      trigger={
        <AriaButton className={`${styles.place} ${styles.more}`} aria-current={here && 'page'}>
          <Icon size={20} aria-hidden />
          <span>{here ? say('moreHere', { page: say(here.word) }) : say('more')}</span>
        </AriaButton>
      }
      items={places.map(({ to, word, icon }) => ({ id: to, label: say(word), icon }))}
      onAction={(to) => void navigate({ to })}
    />
  )
}
