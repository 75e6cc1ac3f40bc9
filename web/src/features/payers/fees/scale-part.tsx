import { useState } from 'react'
import { Button, EmptyState, formatCents, Table } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { Step } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { ScaleDialog } from './scale-dialog.tsx'

export function ScalePart({ steps, mayChange }: { readonly steps: readonly Step[]; readonly mayChange: boolean }) {
  const { say, locale } = useWords()
  const [isOpen, setOpen] = useState(false)
  const pays = ({ paysPercent, paysCents }: Step): string =>
    paysCents === null ? say('paysShare', { percent: paysPercent ?? 0 }) : formatCents(paysCents, 'USD', locale)
  return (
    <div className={styles.part}>
      <h2 id="scale">{say('scale')}</h2>
      <p className={styles.soft}>{say('scaleLead')}</p>
      {mayChange && (
        <div className={styles.bar}>
          <Button onPress={() => setOpen(true)}>{say('changeScale')}</Button>
        </div>
      )}
      <Table<Step>
        caption={say('scale')}
        hideCaption
        rows={steps}
        getKey={({ upToPercent }) => String(upToPercent)}
        empty={<EmptyState title={say('noScale')}>{say('noScaleNext')}</EmptyState>}
        columns={[
          {
            id: 'upTo',
            label: say('upTo'),
            isRowHeader: true,
            cell: ({ upToPercent }) => say('upToPercent', { percent: upToPercent }),
          },
          { id: 'pays', label: say('pays'), cell: pays },
        ]}
      />
      {isOpen && <ScaleDialog steps={steps} onClose={() => setOpen(false)} />}
    </div>
  )
}
