import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { useVisitTypeName } from '../../app/site.ts'
import { Button, Dialog, FormLayout, Notice, showToast, TextField } from '../../ui/index.ts'
import type { ItemProps } from './shapes.ts'
import { useWords } from './use-words.ts'

export function WithdrawDialog({ patientId, estimate, onClose }: ItemProps & { readonly onClose: () => void }) {
  const visit = useVisitTypeName()(estimate.visitTypeId)
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const { act, isPending } = useAct(estimates.withdrawEstimate)
  const save = async () => {
    if (reason.trim() === '') return
    try {
      const result = await act({ patientId, estimateId: estimate.id, reason: reason.trim() })
      if (!result.ok) return setFailure(say(`refused_${result.error.reason}`))
      showToast({ kind: 'ok', text: say('withdrawn') })
      onClose()
      await refresh(estimates.listEstimates, estimates.listDueEstimates)
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <Dialog isOpen staysOpen size="sm" onClose={onClose} title={say('withdrawTitle')} description={visit}>
      <FormLayout
        label={say('withdrawTitle')}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" variant="danger" isPending={isPending}>
              {say('withdraw')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        {failure && <Notice kind="bad">{failure}</Notice>}
        <TextField label={say('reason')} value={reason} onChange={setReason} maxLength={200} isRequired autoFocus />
      </FormLayout>
    </Dialog>
  )
}
