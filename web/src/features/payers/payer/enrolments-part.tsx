import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, EmptyState, Signal, type SignalKind, Table } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { Directory, Enrolment, Payer } from '../shapes.ts'
import { useDay } from '../use-day.ts'
import { useWords } from '../use-words.ts'
import { ConnectionState } from '../way-state.tsx'
import { EnrolmentDialog } from './enrolment-dialog.tsx'

const signs: Readonly<Record<Enrolment['state'], SignalKind>> = {
  wanted: 'warn',
  sent: 'info',
  active: 'ok',
  'turned-away': 'bad',
  ended: 'quiet',
}

/** What a payer takes over which connection, and how far that got. */
export function EnrolmentsPart({ payer, directory }: { readonly payer: Payer; readonly directory: Directory }) {
  const { say } = useWords()
  const day = useDay()
  const { connections, can, today } = directory
  const [open, setOpen] = useState<Enrolment | 'new' | null>(null)
  const connectionOf = (id: string) => connections.find((one) => one.id === id)
  return (
    <div className={styles.part}>
      <h2 id="enrolments">{say('enrolments')}</h2>
      <p className={styles.soft}>{say('enrolmentsLead')}</p>
      {can.change && connections.length > 0 && (
        <div className={styles.bar}>
          <Button icon={Plus} onPress={() => setOpen('new')}>
            {say('addEnrolment')}
          </Button>
        </div>
      )}
      <Table<Enrolment>
        caption={say('enrolments')}
        hideCaption
        rows={payer.enrolments}
        getKey={({ connectionId, transaction }) => `${connectionId} ${transaction}`}
        empty={<EmptyState title={say('noEnrolments')}>{say('noEnrolmentsNext')}</EmptyState>}
        columns={[
          {
            id: 'transaction',
            label: say('transaction'),
            isRowHeader: true,
            cell: ({ transaction }) => say(`transaction_${transaction}`),
          },
          {
            id: 'connection',
            label: say('connection'),
            cell: ({ connectionId }) => {
              const connection = connectionOf(connectionId)
              if (!connection) return null
              return (
                <span className={styles.lines}>
                  {connection.name}
                  <ConnectionState connection={connection} />
                </span>
              )
            },
          },
          { id: 'knownAs', label: say('knownAs'), cell: ({ knownAs }) => <span className="id">{knownAs}</span> },
          {
            id: 'state',
            label: say('state'),
            cell: ({ state, since }) => (
              <span className={styles.lines}>
                <Signal kind={signs[state]}>{say(`enrolment_${state}`)}</Signal>
                {since !== null && <span className={styles.small}>{say('sinceDay', { day: day(since) })}</span>}
              </span>
            ),
          },
          ...(can.change
            ? [
                {
                  id: 'actions',
                  label: say('actions'),
                  cell: (one: Enrolment) => (
                    <Button
                      size="sm"
                      aria-label={say('changeNamed', { name: say(`transaction_${one.transaction}`) })}
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
      {open !== null && (
        <EnrolmentDialog
          payer={payer}
          connections={connections}
          enrolment={open === 'new' ? null : open}
          today={today}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
