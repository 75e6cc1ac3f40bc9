import { patients } from '@foyer/contract'
import { displayName, type MissingField } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { call } from '../../app/client.ts'
import { Button, Dialog, FormLayout, Notice, showToast } from '../../ui/index.ts'
import { LicenceCapture, useKeptPicture } from '../documents/index.ts'
import { type DraftFaults, draftOf, faultsOf, inputOf, type PatientDraft, withPhoneAsTold } from './draft.ts'
import { draftFields } from './draft-text.ts'
import { MeanwhileList } from './meanwhile/meanwhile-list.tsx'
import { mostTries, useMeanwhile } from './meanwhile/use-meanwhile.ts'
import { useWords as useMeanwhileWords } from './meanwhile/use-words.ts'
import { PatientFields } from './patient-fields.tsx'
import styles from './patients.module.css'
import { saveFault } from './save-fault.ts'
import type { Patient } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface EditDialogProps {
  readonly patient: Patient
  readonly today: string
  /** What it is opened for; its field has the focus. */
  readonly focusOn?: MissingField | undefined
  readonly onClose: () => void
}

export function EditDialog({ patient, today, focusOn, onClose }: EditDialogProps) {
  const { say, locale } = useWords()
  const { say: sayMeanwhile } = useMeanwhileWords()
  const { act, isPending } = useAct(patients.changePatient)
  const fields = draftFields(say, locale)
  const { draft, base, meanwhile, ...held } = useMeanwhile({
    began: draftOf(patient),
    version: patient.version,
    fieldsOf: () => fields,
  })
  const [faults, setFaults] = useState<DraftFaults>({})
  const [failure, setFailure] = useState<string | null>(null)

  const kept = useKeptPicture()
  const change = (part: Partial<PatientDraft>) => {
    held.change(part)
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !(key in part))))
  }
  const send = async (version: number, tries: number): Promise<void> => {
    const result = await act({
      ...inputOf(withPhoneAsTold(draft, (phone) => say('phoneAsTold', { phone }))),
      patientId: patient.id,
      version,
    })
    if (result.ok) {
      await refresh(patients.readPatient, patients.searchPatients)
      showToast({ text: say('saved'), kind: 'ok' })
      return onClose()
    }
    if (result.error.reason !== 'changed-meanwhile') {
      return setFaults(result.error.reason === 'phone-unreadable' ? { phone: 'phoneOdd' } : { birthDate: 'birthAhead' })
    }
    const latest = await call(patients.readPatient, { patientId: patient.id })
    if (!latest.ok || tries >= mostTries) return setFailure(say('faulted'))
    const { patient: theirs } = latest.value
    return held.meet(draftOf(theirs), theirs.version) ? undefined : send(theirs.version, tries + 1)
  }
  const save = async () => {
    const found = faultsOf(draft, today, base)
    setFaults(found)
    setFailure(meanwhile.isUndecided ? sayMeanwhile('choose') : null)
    if (Object.keys(found).length > 0 || meanwhile.isUndecided || isPending) return
    try {
      await send(meanwhile.version, 1)
    } catch (error) {
      setFailure(saveFault(error, say))
    }
  }
  return (
    <Dialog isOpen onClose={onClose} staysOpen size="lg" title={say('editTitle', { name: displayName(patient.name) })}>
      <div className={failure ? styles.before : undefined}>{failure && <Notice kind="bad">{failure}</Notice>}</div>
      <div className={styles.before}>
        <LicenceCapture
          current={draft}
          today={today}
          canKeepPicture
          onConfirm={(fields, picture) => {
            change(fields)
            kept.keep(picture, 'identity')
            void kept.addTo(patient.id)
          }}
        />
      </div>
      <FormLayout
        label={say('edit')}
        onSubmit={() => void save()}
        errors={Object.entries(faults).map(([field, word]) => ({ field, text: say(word) }))}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <MeanwhileList of={meanwhile} />
        <PatientFields
          draft={draft}
          onChange={change}
          faults={faults}
          today={today}
          focusOn={focusOn}
          keepsPhoneAsTold={base.phone === ''}
          partialBirthDate={base.birthDate === null ? patient.birthDate : undefined}
        />
      </FormLayout>
    </Dialog>
  )
}
