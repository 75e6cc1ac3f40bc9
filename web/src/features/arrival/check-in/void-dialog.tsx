import { arrival, patients, payments } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { Button, Dialog, FormLayout, formatCents, TextField } from '../../../ui/index.ts'
import { problemText } from '../refusal-text.ts'
import { useWords } from '../use-words.ts'
import type { CheckIn } from '../visit.ts'

export interface VoidDialogProps {
  readonly payment: CheckIn['payments'][number]
  readonly announce: (text: string) => void
  readonly onClose: () => void
}

export function VoidDialog({ payment, announce, onClose }: VoidDialogProps) {
  const words = useWords()
  const { say, locale } = words
  const { act, isPending } = useAct(payments.voidPayment)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const number = payment.receiptNumber

  const send = async () => {
    if (reason.trim() === '') return setFault(say('voidReasonNeeded'))
    try {
      const result = await act({ paymentId: payment.id, reason: reason.trim() })
      if (!result.ok) return setFault(say('fault_already-void'))
      announce(say('voidDone', { number }))
      onClose()
    } catch (error) {
      setFault(problemText(error, words))
    } finally {
      void refresh(arrival.readCheckIn, arrival.readBoard, patients.readPatient)
    }
  }
  return (
    <Dialog
      isOpen
      isAlert
      size="sm"
      onClose={onClose}
      title={say('voidTitle', { number })}
      description={say('voidText', { amount: formatCents(payment.amountCents, 'USD', locale) })}
    >
      <FormLayout
        onSubmit={() => void send()}
        actions={
          <Button type="submit" variant="danger" isPending={isPending}>
            {say('void')}
          </Button>
        }
      >
        <TextField
          label={say('voidReason')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          isRequired
          autoFocus
          {...(fault ? { errorMessage: fault } : {})}
        />
      </FormLayout>
    </Dialog>
  )
}
