import { formatPhone } from '@foyer/patients'
import { useNow } from '../../../app/clock.ts'
import { usePractice } from '../../../app/site.ts'
import { EmptyState, formatTime, type TableColumn, zoneCity } from '../../../ui/index.ts'
import { InUse } from '../in-use.tsx'
import styles from '../practice.module.css'
import { inOrder, type Site } from '../shapes.ts'
import { SetupTable } from '../setup-table.tsx'
import { useWords } from '../use-words.ts'
import { SiteDialog } from './site-dialog.tsx'

export function SitesTab() {
  const { say, locale } = useWords()
  const now = useNow()
  const { sites } = usePractice()

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
  return (
    <SetupTable
      caption={say('sitesCaption')}
      addLabel={say('addSite')}
      columns={columns}
      rows={inOrder(sites, locale)}
      empty={<EmptyState title={say('noSites')}>{say('noSitesNext')}</EmptyState>}
      dialog={(one, close) => <SiteDialog site={one} onClose={close} />}
    />
  )
}
