import { formatPhone } from '@foyer/patients'
import { Plus } from 'lucide-react'
import { useNow } from '../../../app/clock.ts'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, EmptyState, formatTime, Table, type TableColumn, useShortcuts, zoneCity } from '../../../ui/index.ts'
import { InUse } from '../in-use.tsx'
import styles from '../practice.module.css'
import { inOrder, type Site } from '../shapes.ts'
import { useOpened } from '../use-opened.ts'
import { useWords } from '../use-words.ts'
import { SiteDialog } from './site-dialog.tsx'

export function SitesTab() {
  const { say, locale } = useWords()
  const now = useNow()
  const { sites } = usePractice()
  const mayChange = useMay('practice.change')
  const { what, open, close, home } = useOpened<Site | 'new'>()
  const add = () => open('new')
  useShortcuts({ a: { label: say('addSite'), run: add } }, { isEnabled: mayChange })

  const addButton = mayChange && (
    <Button ref={home} variant="go" icon={Plus} shortcut="a" onPress={add}>
      {say('addSite')}
    </Button>
  )
  const columns: TableColumn<Site>[] = [
    { id: 'name', label: say('name'), isRowHeader: true, cell: (site) => site.name },
    {
      id: 'zone',
      label: say('timeZone'),
      cell: (site) => (
        <>
          {zoneCity(site.timeZone)}
          <span className={`${styles.small} ${styles.block}`}>
            {say('timeThere', { time: formatTime(now, site.timeZone) })}
          </span>
        </>
      ),
    },
    { id: 'phone', label: say('phone'), cell: (site) => (site.phone === null ? say('none') : formatPhone(site.phone)) },
    {
      id: 'address',
      label: say('address'),
      cell: ({ address }) =>
        address === null ? say('none') : `${address.line}, ${address.city}, ${address.state} ${address.postalCode}`,
    },
    { id: 'state', label: say('state'), cell: (site) => <InUse active={site.active} /> },
  ]
  const change: TableColumn<Site> = {
    id: 'change',
    label: say('actions'),
    cell: (site) => (
      <Button size="sm" aria-label={say('changeNamed', { name: site.name })} onPress={() => open(site)}>
        {say('change')}
      </Button>
    ),
  }
  return (
    <div className={styles.part}>
      {mayChange && <div className={styles.actions}>{addButton}</div>}
      <Table
        caption={say('sitesCaption')}
        hideCaption
        columns={mayChange ? [...columns, change] : columns}
        rows={inOrder(sites, locale)}
        getKey={(site) => site.id}
        empty={<EmptyState title={say('noSites')}>{say('noSitesNext')}</EmptyState>}
      />
      {what && <SiteDialog site={what === 'new' ? null : what} onClose={close} />}
    </div>
  )
}
