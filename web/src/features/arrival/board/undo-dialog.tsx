import { useState } from 'react'
import { Button, Dialog, FormLayout, TextField } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { type Visit, visitName } from '../visit.ts'

export interface UndoDialogProps {
  readonly visit: Visit
  readonly onUndo: (reason: string | null) => void
  readonly onClose: () => void
}

/** Enter takes the step back; the reason may stay empty. */
export function UndoDialog({ visit, onUndo, onClose }: UndoDialogProps) {
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const status = (of: Visit['status']) => say(`status_${of}`)
  const text = say('undoText', {
    name: visitName(visit),
    from: status(visit.status),
    to: status(visit.undo ?? visit.status),
  })
  return (
    <Dialog isOpen onClose={onClose} size="sm" title={say('undoTitle')} description={text}>
      <FormLayout
        onSubmit={() => onUndo(reason.trim() === '' ? null : reason.trim())}
        actions={
          <Button type="submit" variant="go" shortcut="Enter">
            {say('doUndo')}
          </Button>
        }
      >
        <TextField
          label={say('undoReason')}
          description={say('undoReasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          autoFocus
        />
      </FormLayout>
    </Dialog>
  )
}
