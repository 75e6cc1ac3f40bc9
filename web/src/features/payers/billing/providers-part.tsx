import { payers } from '@foyer/contract'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, EmptyState, Table } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { BillingProvider } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { ProviderDialog } from './provider-dialog.tsx'

/** As whom payers are asked: the practice, and sites with numbers of their own. */
export function ProvidersPart() {
  const { say } = useWords()
  const { sites } = usePractice()
  const directory = useAsk(payers.readDirectory, {})
  const [open, setOpen] = useState<BillingProvider | 'new' | null>(null)
  const placeOf = ({ siteId }: BillingProvider): string =>
    siteId === null ? say('everySite') : (sites.find(({ id }) => id === siteId)?.name ?? '')
  return (
    <Answer of={directory}>
      {({ billingProviders, can }) => (
        <div className={styles.part}>
          <h2 id="providers">{say('providers')}</h2>
          <p className={styles.soft}>{say('providersLead')}</p>
          {can.change && (
            <div className={styles.bar}>
              <Button icon={Plus} onPress={() => setOpen('new')}>
                {say('addProvider')}
              </Button>
            </div>
          )}
          <Table<BillingProvider>
            caption={say('providers')}
            hideCaption
            rows={billingProviders}
            getKey={({ id }) => id}
            empty={<EmptyState title={say('noProviders')}>{say('noProvidersNext')}</EmptyState>}
            columns={[
              { id: 'name', label: say('name'), isRowHeader: true, cell: ({ name }) => name },
              { id: 'site', label: say('site'), cell: placeOf },
              { id: 'npi', label: say('npi'), cell: ({ npi }) => <span className="id">{npi}</span> },
              { id: 'tax', label: say('taxId'), cell: ({ taxId }) => <span className="id">{taxId ?? ''}</span> },
              ...(can.change
                ? [
                    {
                      id: 'actions',
                      label: say('actions'),
                      cell: (one: BillingProvider) => (
                        <Button
                          size="sm"
                          aria-label={say('changeNamed', { name: one.name })}
                          onPress={() => setOpen(one)}
                        >
                          {say('change')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          {open !== null && <ProviderDialog provider={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
        </div>
      )}
    </Answer>
  )
}
