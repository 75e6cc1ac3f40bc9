import { payers } from '@foyer/contract'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Button, FieldGroup, IconButton, MoneyField, NumberField, Select } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import styles from '../payers.module.css'
import type { Step } from '../shapes.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'

/** A step while it is written: `key` stays as long as the window does. */
interface Row {
  readonly key: number
  readonly upToPercent: number | null
  readonly by: 'share' | 'amount'
  readonly percent: number | null
  readonly cents: number | null
}

function rowOf(step: Step, key: number): Row {
  const { upToPercent, paysPercent, paysCents } = step
  return { key, upToPercent, by: paysCents === null ? 'share' : 'amount', percent: paysPercent, cents: paysCents }
}

function stepOf({ upToPercent, by, percent, cents }: Row): Step | null {
  if (upToPercent === null || (by === 'share' ? percent : cents) === null) return null
  return { upToPercent, paysPercent: by === 'share' ? percent : null, paysCents: by === 'amount' ? cents : null }
}

export function ScaleDialog({ steps, onClose }: { readonly steps: readonly Step[]; readonly onClose: () => void }) {
  const { say } = useWords()
  const { act, isPending } = useAct(payers.saveSlidingScale)
  const saving = useSave(onClose)
  const [rows, setRows] = useState<readonly Row[]>(() => steps.map(rowOf))
  const put = (key: number, part: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = () =>
    setRows((before) => [
      ...before,
      {
        key: Math.max(-1, ...before.map(({ key }) => key)) + 1,
        upToPercent: (before.at(-1)?.upToPercent ?? 50) + 50,
        by: 'share',
        percent: null,
        cents: null,
      },
    ])
  const written = rows.map(stepOf)
  const whole = written.filter((step) => step !== null)
  return (
    <FormDialog
      title={say('changeScale')}
      description={say('scaleLead')}
      size="lg"
      failure={saving.failure}
      isPending={isPending}
      isReady={whole.length === written.length}
      onSave={() => void saving.run(() => act({ steps: [...whole] }))}
      onClose={onClose}
    >
      {rows.map((row, index) => (
        <FieldGroup key={row.key} legend={say('stepNumber', { number: index + 1 })}>
          <div className={styles.row}>
            <NumberField
              label={say('upTo')}
              value={row.upToPercent}
              onChange={(upToPercent) => put(row.key, { upToPercent })}
              minValue={1}
              maxValue={2000}
              unit="%"
            />
            <Select
              label={say('paysBy')}
              options={[
                { id: 'share', label: say('paysBy_share') },
                { id: 'amount', label: say('paysBy_amount') },
              ]}
              value={row.by}
              onChange={(by) => put(row.key, { by: by === 'amount' ? 'amount' : 'share' })}
            />
            {row.by === 'share' ? (
              <NumberField
                label={say('pays')}
                value={row.percent}
                onChange={(percent) => put(row.key, { percent })}
                minValue={0}
                maxValue={100}
                unit="%"
              />
            ) : (
              <MoneyField label={say('pays')} value={row.cents} onChange={(cents) => put(row.key, { cents })} />
            )}
            <IconButton
              icon={X}
              label={say('removeStep', { number: index + 1 })}
              onPress={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
            />
          </div>
        </FieldGroup>
      ))}
      <Button icon={Plus} onPress={add}>
        {say('addStep')}
      </Button>
    </FormDialog>
  )
}
