import { payers } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, Dialog, EmptyState, formatCents, Table, TextField } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { Schedule } from '../shapes.ts'
import { useWords } from '../use-words.ts'

/** A price by the beginning of its code. */
export function LookUpDialog({ schedule, onClose }: { readonly schedule: Schedule; readonly onClose: () => void }) {
  const { say, locale } = useWords()
  const [q, setQ] = useState('')
  const found = useAsk(payers.lookUpFees, { feeScheduleId: schedule.id, q: q.trim() }, { keepPrevious: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('lookUpNamed', { name: schedule.name })}
      footer={<Button onPress={onClose}>{say('close')}</Button>}
    >
      <div className={styles.part}>
        <TextField label={say('code')} value={q} onChange={setQ} maxLength={10} autoFocus autoComplete="off" isMono />
        <Answer of={found}>
          {({ fees, more }) => (
            <>
              <Table
                caption={say('prices')}
                hideCaption
                rows={fees}
                getKey={({ code, modifier }) => `${code} ${modifier}`}
                empty={<EmptyState title={say('noPrice')} />}
                columns={[
                  {
                    id: 'code',
                    label: say('code'),
                    isRowHeader: true,
                    cell: ({ code }) => <span className="id">{code}</span>,
                  },
                  {
                    id: 'modifier',
                    label: say('modifier'),
                    cell: ({ modifier }) => <span className="id">{modifier}</span>,
                  },
                  {
                    id: 'amount',
                    label: say('amount'),
                    align: 'end',
                    cell: ({ amountCents }) => formatCents(amountCents, 'USD', locale),
                  },
                ]}
              />
              {more && <p className={styles.soft}>{say('morePrices')}</p>}
            </>
          )}
        </Answer>
      </div>
    </Dialog>
  )
}
