import { patients } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { Fault } from '../../../app/states.tsx'
import { Button, SearchField, Skeleton } from '../../../ui/index.ts'
import { PatientHitLine } from '../../patients/index.ts'
import type { FoundPerson, Person } from '../shapes.ts'
import { useSettled } from './use-delayed.ts'
import styles from '../wish/wish.module.css'
import { useWords } from '../words.ts'

type PersonPickerProps = {
  readonly initial?: string
  readonly onPick: (person: Person | null) => void
  readonly canClear?: boolean
}

/** Finds a person by anything they say; everybody is shown with birth date and MRN, so that nobody is taken for another. */
export function PersonPicker({ initial = '', onPick, canClear }: PersonPickerProps) {
  const { say } = useWords()
  const [text, setText] = useState(initial)
  const asked = useSettled(text.trim(), 160)
  const isAsked = asked.length >= 2
  const found = useAsk(patients.searchPatients, { q: asked, limit: 8 }, { isEnabled: isAsked, keepPrevious: true })
  return (
    <div className={styles.picker}>
      <SearchField label={say('personSearch')} hideLabel={false} value={text} onChange={setText} autoFocus />
      {!isAsked && <p className={styles.note}>{say('personType')}</p>}
      {isAsked && found.isPending && <Skeleton lines={3} />}
      {isAsked && found.error && <Fault error={found.error} onRetry={() => void found.refetch()} />}
      {isAsked && found.data && <PeopleFound people={found.data.patients} onPick={onPick} />}
      {canClear && (
        <Button size="sm" variant="quiet" onPress={() => onPick(null)}>
          {say('personClear')}
        </Button>
      )}
    </div>
  )
}

type PeopleFoundProps = { readonly people: readonly FoundPerson[]; readonly onPick: (person: Person) => void }

function PeopleFound({ people, onPick }: PeopleFoundProps) {
  const { say } = useWords()
  if (people.length === 0) return <p className={styles.note}>{say('personNone')}</p>
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
