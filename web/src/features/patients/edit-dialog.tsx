import { patients } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { call } from '../../app/client.ts'
import { Button, Dialog, FormLayout, Notice, showToast } from '../../ui/index.ts'
import { LicenceCapture, useKeptPicture } from '../documents/index.ts'
import { type DraftFaults, draftOf, faultsOf, inputOf, mergeDrafts, type PatientDraft } from './draft.ts'
import { draftFieldText, isNamed } from './draft-text.ts'
import { PatientFields } from './patient-fields.tsx'
import styles from './patients.module.css'
import { saveFault } from './save-fault.ts'
import type { Patient } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface EditDialogProps {
  readonly patient: Patient
  readonly today: string
  readonly onClose: () => void
}

interface Conflict {
  readonly both: readonly (keyof PatientDraft)[]
  readonly theirs: PatientDraft
}

export function EditDialog({ patient, today, onClose }: EditDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(patients.changePatient)
  const [base, setBase] = useState({ draft: draftOf(patient), version: patient.version })
  const [draft, setDraft] = useState(base.draft)
  const [faults, setFaults] = useState<DraftFaults>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const kept = useKeptPicture()
  const change = (part: Partial<PatientDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !(key in part))))
  }
  const takeTheirs = async () => {
    const latest = await call(patients.readPatient, { patientId: patient.id })
    if (!latest.ok) return
    const theirs = draftOf(latest.value.patient)
    const merged = mergeDrafts(base.draft, draft, theirs)
    setBase({ draft: theirs, version: latest.value.patient.version })
    setDraft(merged.draft)
    setConflict({ both: merged.both, theirs })
  }
  const save = async () => {
    const found = faultsOf(draft, today, base.draft)
    setFaults(found)
    setFailure(null)
    if (Object.keys(found).length > 0 || isPending) return
    try {
      const result = await act({ ...inputOf(draft), patientId: patient.id, version: base.version })
      if (result.ok) {
        await refresh(patients.readPatient, patients.searchPatients)
        showToast({ text: say('saved'), kind: 'ok' })
        onClose()
      } else if (result.error.reason === 'changed-meanwhile') await takeTheirs()
      else setFaults(result.error.reason === 'phone-unreadable' ? { phone: 'phoneOdd' } : { birthDate: 'birthAhead' })
    } catch (error) {
      setFailure(saveFault(error, say))
    }
  }
  return (
    <Dialog isOpen onClose={onClose} staysOpen size="lg" title={say('editTitle', { name: displayName(patient.name) })}>
      <div className={failure || conflict ? styles.before : undefined}>
        {failure && <Notice kind="bad">{failure}</Notice>}
        {conflict && (
          <Notice kind="warn" title={say('conflictTitle')}>
            <p>{say(conflict.both.length > 0 ? 'conflictFields' : 'conflictMerged')}</p>
            <ul>
              {conflict.both.filter(isNamed).map((key) => (
                <li key={key}>{draftFieldText(conflict.theirs, key, say, locale)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
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
        <PatientFields
          draft={draft}
          onChange={change}
          faults={faults}
          today={today}
          partialBirthDate={base.draft.birthDate === null ? patient.birthDate : undefined}
        />
      </FormLayout>
    </Dialog>
  )
}
