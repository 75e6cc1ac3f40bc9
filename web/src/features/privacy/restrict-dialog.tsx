import { patients, restricted } from '@foyer/contract'
import { conceptText, restrictionKinds } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, FormLayout, Notice, RadioGroup, showToast, TextField } from '../../ui/index.ts'
import styles from './privacy.module.css'
import { useWords } from './use-words.ts'

const kinds = ['none', ...restricted.restrictionKind.options] as const
type Kind = (typeof kinds)[number]

export interface RestrictDialogProps {
  readonly patientId: string
  readonly restriction: Exclude<Kind, 'none'> | null
  readonly onClose: () => void
}

/** Marks a record as restricted, or takes the mark away; either with a reason. */
export function RestrictDialog({ patientId, restriction, onClose }: RestrictDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(restricted.restrictPatient)
  const [kind, setKind] = useState<Kind>(restriction ?? 'none')
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const save = async () => {
    setTried(true)
    setFailure(null)
    if (reason.trim() === '' || isPending) return
    try {
      await act({ patientId, restriction: kind === 'none' ? null : kind, reason: reason.trim() })
      await refresh(patients.readPatient, patients.searchPatients, restricted.listLooks, restricted.listChanges)
      showToast({ text: say(kind === 'none' ? 'unmarked' : 'marked'), kind: 'ok' })
      onClose()
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={say('markTitle')} description={say('markText')}>
      {failure && (
        <div className={styles.before}>
          <Notice kind="bad">{failure}</Notice>
        </div>
      )}
      <FormLayout
        label={say('markTitle')}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <RadioGroup
          label={say('markKind')}
          options={kinds.map((id) => ({
            id,
            label: id === 'none' ? say('none') : conceptText(restrictionKinds, id, locale),
          }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={say('markReason')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          autoComplete="off"
          isRequired
          {...(wasTried && reason.trim() === '' ? { errorMessage: say('needMarkReason') } : {})}
        />
      </FormLayout>
    </Dialog>
  )
}
