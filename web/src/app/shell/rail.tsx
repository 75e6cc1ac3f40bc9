import { Link } from '@tanstack/react-router'
import { useCatalog } from '../catalog.ts'
import { type Place, usePlaces } from './places.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

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
    >
      <Icon size={20} aria-hidden />
      {say(place.word)}
    </Link>
  )
}
