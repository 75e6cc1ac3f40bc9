import { payers } from '@foyer/contract'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, EmptyState, Table, Tag, useShortcuts } from '../../ui/index.ts'
import { AddPayerDialog } from './payer/add-payer-dialog.tsx'
import styles from './payers.module.css'
import { type Payer, wayOf } from './shapes.ts'
import { useWords } from './use-words.ts'
import { WayState } from './way-state.tsx'

/** Who pays, what kind they are, and whether they can be asked. */
export function PayersTab() {
  const { say } = useWords()
  const directory = useAsk(payers.readDirectory, {})
  const [isAdding, setAdding] = useState(false)
  const mayChange = directory.data?.can.change ?? false
  useShortcuts({ a: { label: say('addPayer'), run: () => setAdding(true) } }, { isEnabled: mayChange })
  return (
    <Answer of={directory}>
      {({ payers: all, connections }) => (
        <div className={styles.part}>
          <p className={styles.soft}>{say('payersLead')}</p>
          {mayChange && (
            <div className={styles.bar}>
              <Button variant="go" icon={Plus} shortcut="a" onPress={() => setAdding(true)}>
                {say('addPayer')}
              </Button>
            </div>
          )}
          <Table<Payer>
            caption={say('payers')}
            hideCaption
            rows={all}
            getKey={({ id }) => id}
            empty={<EmptyState title={say('noPayers')}>{say('noPayersNext')}</EmptyState>}
            columns={[
              {
                id: 'name',
                label: say('name'),
                isRowHeader: true,
                cell: ({ id, name }) => (
                  <Link to="/practice/payers/$payerId" params={{ payerId: id }}>
                    {name}
                  </Link>
                ),
              },
              { id: 'kind', label: say('kind'), cell: ({ kind }) => say(`kind_${kind}`) },
              {
                id: 'asked',
                label: say('askedHow'),
                cell: (payer) => {
                  const way = wayOf(payer, connections)
                  return (
                    <span className={styles.lines}>
                      <WayState way={way} />
                      {way && <span className={styles.small}>{way.name}</span>}
                      {way?.isSandbox && <Tag kind="info">{say('madeUp')}</Tag>}
                    </span>
                  )
                },
              },
              {
                id: 'plans',
                label: say('plans'),
                cell: ({ plans }) => say('countPlans', { count: plans.filter(({ active }) => active).length }),
              },
              {
                id: 'state',
                label: say('state'),
                cell: ({ active }) => (active ? say('offered') : say('notOffered')),
              },
            ]}
          />
          {isAdding && <AddPayerDialog onClose={() => setAdding(false)} />}
        </div>
      )}
    </Answer>
  )
}
