import { planRestrictions, type Reply } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Button, Dialog, FormLayout, Select, showToast, TextField } from '../../../ui/index.ts'
import { refreshRestrictions } from './refresh.ts'
import { useRestrictionText, useWords } from './use-words.ts'

export interface NoteDialogProps {
  readonly patientId: string
  readonly visits: Reply<typeof planRestrictions.listPlanRestrictions>['visits']
  readonly onClose: () => void
}

const every = 'every'

export function NoteDialog({ patientId, visits, onClose }: NoteDialogProps) {
  const { say } = useWords()
  const { visitText } = useRestrictionText()
  const { act, isPending } = useAct(planRestrictions.notePlanRestriction)
  const [which, setWhich] = useState<string>(every)
  const [remarks, setRemarks] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    if (isPending) return
    setFault(null)
    try {
      const appointmentId = which === every ? null : which
      const result = await act({ patientId, appointmentId, remarks: remarks.trim() || null })
      if (!result.ok) return setFault(say(`refused_${result.error.reason}`))
      await refreshRestrictions()
      showToast({ text: say('saved'), kind: 'ok' })
      onClose()
    } catch {
      setFault(say('failed'))
    }
  }
  return (
    <Dialog isOpen staysOpen size="sm" onClose={onClose} title={say('dialogTitle')} description={say('dialogHelp')}>
      <FormLayout
        label={say('dialogTitle')}
        onSubmit={() => void save()}
        errors={fault === null ? [] : [{ text: fault }]}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <Select
          label={say('which')}
          options={[
            { id: every, label: say('everyVisit') },
            ...visits.map((visit) => ({ id: visit.id, label: visitText(visit) })),
          ]}
          value={which}
          onChange={setWhich}
          autoFocus
        />
        <TextField label={say('remarks')} value={remarks} onChange={setRemarks} maxLength={200} autoComplete="off" />
      </FormLayout>
    </Dialog>
  )
}
