import { payers } from '@foyer/contract'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, EmptyState, Table, Tag, useShortcuts } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { Connection } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { ConnectionState } from '../way-state.tsx'
import { ConnectionDialog } from './connection-dialog.tsx'
import { TryDialog } from './try-dialog.tsx'

/** The ways to payers, how each is, and a button that tries it. */
export function ConnectionsTab() {
  const { say } = useWords()
  const directory = useAsk(payers.readDirectory, {})
  const [open, setOpen] = useState<Connection | 'new' | null>(null)
  const [tried, setTried] = useState<Connection | null>(null)
  const mayChange = directory.data?.can.change ?? false
  useShortcuts({ a: { label: say('addConnection'), run: () => setOpen('new') } }, { isEnabled: mayChange })
  return (
    <Answer of={directory}>
      {({ connections }) => (
        <div className={styles.part}>
          <p className={styles.soft}>{say('connectionsLead')}</p>
          {mayChange && (
            <div className={styles.bar}>
              <Button variant="go" icon={Plus} shortcut="a" onPress={() => setOpen('new')}>
                {say('addConnection')}
              </Button>
            </div>
          )}
          <Table<Connection>
            caption={say('connections')}
            hideCaption
            rows={connections}
            getKey={({ id }) => id}
            empty={<EmptyState title={say('noConnections')}>{say('noConnectionsNext')}</EmptyState>}
            columns={[
              {
                id: 'name',
                label: say('name'),
                isRowHeader: true,
                cell: ({ name, isSandbox }) => (
                  <span className={styles.lines}>
                    {name}
                    {isSandbox && <Tag kind="info">{say('madeUp')}</Tag>}
                  </span>
                ),
              },
              { id: 'kind', label: say('connectionKind'), cell: ({ kind }) => say(`connectionKind_${kind}`) },
              { id: 'usage', label: say('usage'), cell: ({ usage }) => say(`usage_${usage}`) },
              { id: 'state', label: say('state'), cell: (one) => <ConnectionState connection={one} /> },
              ...(mayChange
                ? [
                    {
                      id: 'actions',
                      label: say('actions'),
                      cell: (one: Connection) => (
                        <span className={styles.bar}>
                          <Button
                            size="sm"
                            aria-label={say('tryNamed', { name: one.name })}
                            onPress={() => setTried(one)}
                          >
                            {say('try')}
                          </Button>
                          <Button
                            size="sm"
                            variant="quiet"
                            aria-label={say('changeNamed', { name: one.name })}
                            onPress={() => setOpen(one)}
                          >
                            {say('change')}
                          </Button>
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          {open !== null && (
            <ConnectionDialog connection={open === 'new' ? null : open} onClose={() => setOpen(null)} />
          )}
          {tried && <TryDialog connection={tried} onClose={() => setTried(null)} />}
        </div>
      )}
    </Answer>
  )
}
