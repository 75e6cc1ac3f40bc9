import { arrival, consents, patients, restricted } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, FormLayout, Notice, showToast, TextField } from '../../ui/index.ts'
import type { Given } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface RevokeDialogProps {
  readonly patientId: string
  readonly consent: Given
  readonly onClose: () => void
}

export function RevokeDialog({ patientId, consent, onClose }: RevokeDialogProps) {
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { act, isPending } = useAct(consents.revokeConsent)
  const fault = wasTried && reason.trim() === '' ? say('reasonMissing') : null

  const save = async () => {
    setTried(true)
    setFailure(null)
    if (reason.trim() === '') return
    try {
      const result = await act({ patientId, consentId: consent.id, reason: reason.trim() })
      if (!result.ok) {
        setFailure(say(`refused_${result.error.reason}`))
        return
      }
      showToast({ kind: 'ok', text: say('revoked') })
      onClose()
      await refresh(consents.readConsents, arrival.readBoard, patients.readPatient, restricted.listChanges)
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <Dialog
      isOpen
      staysOpen
      size="sm"
      onClose={onClose}
      title={say('revokeTitle')}
      description={say('revokeLead', { what: say(`kind_${consent.kind}`), name: consent.signedByName })}
    >
      <FormLayout
        label={say('revokeTitle')}
        onSubmit={() => void save()}
        errors={fault === null ? [] : [{ text: fault }]}
        actions={
          <>
            <Button type="submit" variant="danger" isPending={isPending}>
              {say('revoke')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        {failure && <Notice kind="bad">{failure}</Notice>}
        <TextField
          label={say('reason')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          isRequired
          autoFocus
          {...(fault === null ? {} : { errorMessage: fault })}
        />
      </FormLayout>
    </Dialog>
  )
}
