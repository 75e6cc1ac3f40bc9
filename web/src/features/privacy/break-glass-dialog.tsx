import { patients, restricted } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, FormLayout, Notice, RadioGroup, TextField } from '../../ui/index.ts'
import styles from './privacy.module.css'
import { useWords } from './use-words.ts'

const reasons = restricted.glassReason.options
type Reason = (typeof reasons)[number]

export interface BreakGlassDialogProps {
  readonly patientId: string
  readonly onClose: () => void
  /** The record is open to the caller now. */
  readonly onOpened: () => void
}

/** Asks why, before a restricted record is opened. */
export function BreakGlassDialog({ patientId, onClose, onOpened }: BreakGlassDialogProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(restricted.breakGlass)
  const [reason, setReason] = useState<Reason | null>(null)
  const [remarks, setRemarks] = useState('')
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const needsRemarks = reason === 'other' && remarks.trim() === ''
  const open = async () => {
    setTried(true)
    setFailure(null)
    if (reason === null || needsRemarks || isPending) return
    try {
      const result = await act({ patientId, reason, remarks: remarks.trim() === '' ? null : remarks.trim() })
      // Where it is not restricted any more it is open, as was wanted.
      if (!result.ok && result.error.reason !== 'not-restricted') return setFailure(say('needRemarks'))
      await refresh(patients.readPatient, patients.searchPatients)
      onOpened()
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={say('breakTitle')} description={say('breakText')}>
      {failure && (
        <div className={styles.before}>
          <Notice kind="bad">{failure}</Notice>
        </div>
      )}
      <FormLayout
        label={say('breakTitle')}
        onSubmit={() => void open()}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('open')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <RadioGroup
          label={say('reason')}
          options={reasons.map((id) => ({ id, label: say(`reason_${id}`) }))}
          value={reason}
          onChange={setReason}
          isRequired
          {...(wasTried && reason === null ? { errorMessage: say('needReason') } : {})}
        />
        <TextField
          label={say(reason === 'other' ? 'remarksOther' : 'remarks')}
          value={remarks}
          onChange={setRemarks}
          maxLength={400}
          autoComplete="off"
          isRequired={reason === 'other'}
          {...(wasTried && needsRemarks ? { errorMessage: say('needRemarks') } : {})}
        />
      </FormLayout>
    </Dialog>
  )
}
