import { Search } from 'lucide-react'
import { CallPill } from '../../features/calls/index.ts'
import { Kbd, Tag } from '../../ui/index.ts'
import { useCatalog } from '../catalog.ts'
import { openSearch } from '../search.ts'
import { useMe } from '../session.ts'
import { AccountMenu } from './account-menu.tsx'
import { SiteClock } from './site-clock.tsx'
import styles from './shell.module.css'
import { words } from './words.ts'

export function TopBar() {
  const { say } = useCatalog('shell', words)
  const { organization } = useMe()
  return (
    <header className={styles.top}>
      <button type="button" className={styles.search} onClick={() => openSearch()} aria-keyshortcuts="/ Control+K">
        <Search size={16} aria-hidden />
        <span className={styles.searchLong}>{say('find')}</span>
        <span className={styles.searchShort}>{say('findShort')}</span>
        <span className={styles.searchKey} aria-hidden>
          <Kbd keys="/" />
        </span>
      </button>
      <CallPill />
      <div className={styles.me}>
        {organization.demo && (
          <span className={styles.demo}>
            <Tag>{say('demo')}</Tag>
          </span>
        )}
        <SiteClock />
        <AccountMenu />
      </div>
    </header>
  )
}
