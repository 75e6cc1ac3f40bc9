import { Check, MapPin } from 'lucide-react'
import { Button, formatTime, Menu, VisuallyHidden } from '../../ui/index.ts'
import { useCatalog } from '../catalog.ts'
import { useNow } from '../clock.ts'
import { chooseSite, placeOf, useSite, useSites } from '../site.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

/** The time at the site one works for, and at the others whose clocks show another. Chooses the site, too. */
export function SiteClock() {
  const { say } = useCatalog('shell', words)
  const now = useNow()
  const site = useSite()
  const sites = useSites()
  const here = formatTime(now, site.timeZone)
  const elsewhere = sites
    .filter((other) => formatTime(now, other.timeZone) !== here)
    .filter((other, at, all) => all.findIndex(({ timeZone }) => timeZone === other.timeZone) === at)
    .slice(0, 2)
  const clock = (
    <>
      <VisuallyHidden>{say('siteAndTime')} </VisuallyHidden>
      <b>{here}</b> {placeOf(site)}
      {elsewhere.map((other) => (
        <span key={other.id} className={styles.elsewhere}>
          {' '}
          · {formatTime(now, other.timeZone)} {placeOf(other)}
        </span>
      ))}
    </>
  )
  if (sites.length < 2) return <span className={styles.clock}>{clock}</span>
  return (
    <Menu
      label={say('chooseSite')}
      placement="bottom end"
      trigger={
        <Button variant="quiet" size="sm" className={styles.clock}>
          {clock}
        </Button>
      }
      items={sites.map(({ id, name }) => ({ id, label: name, icon: id === site.id ? Check : MapPin }))}
      onAction={chooseSite}
    />
  )
}
