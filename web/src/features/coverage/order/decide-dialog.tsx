import { coverageOrder } from '@foyer/contract'
import { ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { Button, Dialog, FormLayout, IconButton, Notice, showToast, TextField } from '../../../ui/index.ts'
import styles from './order.module.css'
import { type Order, policyName, stale } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

export interface DecideDialogProps {
  readonly patientId: string
  readonly of: Order
  readonly onClose: () => void
}

/** The policies in another order, with the reason; the message afterwards takes it back. */
export function DecideDialog({ patientId, of, onClose }: DecideDialogProps) {
  const { say } = useWords()
  const decide = useAct(coverageOrder.decideCoverageOrder)
  const withdraw = useAct(coverageOrder.withdrawCoverageOrder)
  const save = useSave()
  const [ids, setIds] = useState<readonly string[]>(of.order)
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const fault = wasTried && reason.trim() === '' ? say('reasonMissing') : null

  const up = (at: number) =>
    setIds((before) =>
      before.map((id, index) => (index === at - 1 ? before[at]! : index === at ? before[at - 1]! : id)),
    )
  const submit = () => {
    setTried(true)
    if (reason.trim() === '') return
    void save.run(
      () => decide.act({ patientId, coverageIds: [...ids], reason: reason.trim() }),
      ({ decisionId }) => {
        const takeBack = async (): Promise<void> => {
          await withdraw.act({ patientId, decisionId })
          showToast({ text: say('takenBack'), kind: 'ok' })
          await refresh(...stale)
        }
        showToast({ text: say('decided'), kind: 'ok', undo: () => void takeBack() })
        onClose()
      },
    )
  }
  return (
    <Dialog isOpen staysOpen size="sm" onClose={onClose} title={say('decide')} description={say('decideLead')}>
      <FormLayout
        label={say('decide')}
        onSubmit={submit}
        errors={fault === null ? [] : [{ text: fault }]}
        actions={
          <>
            <Button type="submit" variant="go" isPending={decide.isPending}>
              {say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        {save.failure && <Notice kind="bad">{save.failure}</Notice>}
        <ol className={styles.moving}>
          {ids.map((id, at) => {
            const policy = of.policies.find(({ coverageId }) => coverageId === id)
            const name = policy ? policyName(policy) : ''
            return (
              <li key={id}>
                <span>{name}</span>
                {at > 0 && (
                  <IconButton icon={ArrowUp} size="sm" label={say('up', { policy: name })} onPress={() => up(at)} />
                )}
              </li>
            )
          })}
        </ol>
        <TextField
          label={say('reason')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          isRequired
          {...(fault === null ? {} : { errorMessage: fault })}
        />
      </FormLayout>
    </Dialog>
  )
}
