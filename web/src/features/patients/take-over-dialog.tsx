import { patients } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Checkbox, Dialog, Notice, showToast } from '../../ui/index.ts'
import { draftOf, faultsOf, inputOf, type PatientDraft, withPhoneAsTold } from './draft.ts'
import { draftFieldText } from './draft-text.ts'
import styles from './patients.module.css'
import { saveFault } from './save-fault.ts'
import type { Patient } from './shapes.ts'
import { type Offer, takenOver } from './take-over.ts'
import { useWords } from './use-words.ts'

export interface TakeOverDialogProps {
  readonly patient: Patient
  readonly typed: PatientDraft
  readonly offers: readonly Offer[]
  readonly today: string
  readonly onClose: () => void
}

/** Somebody was typed who is here already: which of what was typed belongs into their record. */
export function TakeOverDialog({ patient, typed, offers, today, onClose }: TakeOverDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(patients.changePatient)
  const [chosen, setChosen] = useState<ReadonlySet<keyof PatientDraft>>(
    () => new Set(offers.filter(({ isNew }) => isNew).map(({ key }) => key)),
  )
  const [failure, setFailure] = useState<string | null>(null)
  const record = draftOf(patient)

  const toggle = (key: keyof PatientDraft, isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, key] : [...before].filter((one) => one !== key)))
  const save = async () => {
    setFailure(null)
    const draft = takenOver(typed, record, chosen)
    const [fault] = Object.values(faultsOf(draft, today, record))
    if (fault) return setFailure(say(fault))
    try {
      const result = await act({
        ...inputOf(withPhoneAsTold(draft, (phone) => say('phoneAsTold', { phone }))),
        patientId: patient.id,
        version: patient.version,
      })
      if (!result.ok)
        return setFailure(
          say(
            result.error.reason === 'changed-meanwhile'
              ? 'conflictTitle'
              : result.error.reason === 'phone-unreadable'
                ? 'phoneOdd'
                : 'birthAhead',
          ),
        )
      await refresh(patients.readPatient, patients.searchPatients)
      showToast({ text: say('saved'), kind: 'ok' })
      onClose()
    } catch (error) {
      setFailure(saveFault(error, say))
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('takeOverTitle', { name: displayName(patient.name) })}
      footer={
        <>
          <Button variant="go" onPress={() => void save()} isPending={isPending} isDisabled={chosen.size === 0}>
            {say('takeOver')}
          </Button>
          <Button onPress={onClose}>{say('leaveAsIs')}</Button>
        </>
      }
    >
      {failure && <Notice kind="bad">{failure}</Notice>}
      <p className={styles.before}>{say('takeOverHelp')}</p>
      {offers.map(({ key, isNew }) => (
        <div key={key}>
          <Checkbox isSelected={chosen.has(key)} onChange={(isOn) => toggle(key, isOn)}>
            {draftFieldText(typed, key, say, locale)}
          </Checkbox>
          {!isNew && (
            <p className={styles.small}>{say('recordSays', { text: draftFieldText(record, key, say, locale) })}</p>
          )}
        </div>
      ))}
    </Dialog>
  )
}
