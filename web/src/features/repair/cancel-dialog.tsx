import { useState } from 'react'
import { Button, Dialog, FormLayout, TextField } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

export interface CancelDialogProps {
  readonly onClose: () => void
  readonly onCancel: (reason: string) => void
}

export function CancelDialog({ onClose, onCancel }: CancelDialogProps) {
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <Dialog isOpen onClose={onClose} title={say('cancelTitle')} description={say('cancelLead')} size="sm">
      <FormLayout
        onSubmit={() => {
          setTried(true)
          if (!isMissing) onCancel(reason.trim())
        }}
        actions={
          <>
            <Button onPress={onClose}>{say('notNow')}</Button>
            <Button type="submit" variant="danger">
              {say('cancelDo')}
            </Button>
          </>
        }
      >
        <TextField
          label={say('cancelReason')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          isRequired
          autoFocus
          {...(isTried && isMissing ? { errorMessage: say('cancelReasonMissing') } : {})}
        />
      </FormLayout>
    </Dialog>
  )
}
