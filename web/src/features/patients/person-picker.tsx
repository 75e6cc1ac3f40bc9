import { patients } from '@foyer/contract'
import { useState } from 'react'
import { call } from '../../app/client.ts'
import { Fault } from '../../app/states.tsx'
import { Button, SearchField, Skeleton } from '../../ui/index.ts'
import { RestrictedHit } from '../privacy/index.ts'
import { PatientHitLine } from './patient-hit.tsx'
import styles from './person-picker.module.css'
import type { PatientHit, PickedPerson } from './shapes.ts'
import { usePatientSearch } from './use-patient-search.ts'
import { useWords } from './use-words.ts'
import { leadsTo } from './why-found.ts'

export interface PersonPickerProps {
  readonly initial?: string
  /** Whose record is not offered. */
  readonly exceptId?: string
  readonly onPick: (person: PickedPerson | null) => void
  readonly canClear?: boolean
}

const mostFound = 8

/** Finds a person by anything they say; everybody is shown with birth date and MRN, so that nobody is taken for another. */
export function PersonPicker({ initial = '', exceptId, onPick, canClear }: PersonPickerProps) {
  const { say } = useWords()
  const [text, setText] = useState(initial)
  const [failed, setFailed] = useState<Error | null>(null)
  const { hits: found, restricted, isAwaited, error, retry } = usePatientSearch(text, mostFound)
  const hits = found?.filter((hit) => leadsTo(hit) !== exceptId) ?? null
  // Whoever broke the glass for somebody meant them.
  const pickOpened = async (patientId: string) => {
    try {
      const opened = await call(patients.readPatient, { patientId })
      if (opened.ok) onPick(opened.value.patient)
    } catch (fault) {
      setFailed(fault instanceof Error ? fault : new Error('fault'))
      retry()
    }
  }
  const fault = error ?? failed
  return (
    <div className={styles.picker}>
      <SearchField label={say('personSearch')} hideLabel={false} value={text} onChange={setText} autoFocus />
      {hits === null && !isAwaited && !fault && <p className={styles.note}>{say('personType')}</p>}
      {hits === null && isAwaited && !fault && <Skeleton lines={3} />}
      {fault && <Fault error={fault} onRetry={retry} />}
      {restricted.map((id) => (
        <RestrictedHit key={id} patientId={id} onOpened={() => void pickOpened(id)} />
      ))}
      {hits !== null && hits.length === 0 && restricted.length === 0 && (
        <p className={styles.note}>{say('personNone')}</p>
      )}
      {hits !== null && hits.length > 0 && <PeopleFound people={hits} onPick={onPick} />}
      {canClear && (
        <Button size="sm" variant="quiet" onPress={() => onPick(null)}>
          {say('personClear')}
        </Button>
      )}
    </div>
  )
}

interface PeopleFoundProps {
  readonly people: readonly PatientHit[]
  readonly onPick: (person: PickedPerson) => void
}

function PeopleFound({ people, onPick }: PeopleFoundProps) {
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <li key={person.id}>
          <button type="button" className={styles.found} onClick={() => onPick(person.mergedInto ?? person)}>
            <PatientHitLine hit={person} />
          </button>
        </li>
      ))}
    </ul>
  )
}
