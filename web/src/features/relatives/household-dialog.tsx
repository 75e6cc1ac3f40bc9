import { patients } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useEffect, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Button, Dialog, formatBirthDate, SearchField } from '../../ui/index.ts'
import styles from './relatives.module.css'
import type { Found } from './shapes.ts'
import { useWords } from './use-words.ts'

const pauseMs = 120
const shortest = 2

export interface HouseholdDialogProps {
  readonly patientId: string
  /** Who belongs already. */
  readonly members: readonly string[]
  readonly onChoose: (person: Found) => void
  readonly onRegister: ((typed: string) => void) | null
  readonly onClose: () => void
}

/** Looks for somebody first; who is nowhere is registered, with the home and the phone of this patient. */
export function HouseholdDialog({ patientId, members, onChoose, onRegister, onClose }: HouseholdDialogProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const pause = setTimeout(() => setAsked(typed.trim()), pauseMs)
    return () => clearTimeout(pause)
  }, [typed])
  const isEnabled = asked.length >= shortest
  const answer = useAsk(
    patients.searchPatients,
    { q: asked.slice(0, 120), limit: 8 },
    { isEnabled, keepPrevious: true },
  )
  const found = isEnabled ? (answer.data?.patients ?? null) : null
  const others = found?.filter(({ id, mergedInto }) => id !== patientId && mergedInto === null) ?? []
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={say('householdAdd')} description={say('householdHelp')}>
      <SearchField label={say('householdSearch')} hideLabel={false} value={typed} onChange={setTyped} autoFocus />
      <ul className={styles.found}>
        {others.map((person) => (
          <li key={person.id} className={styles.head}>
            <FoundLine person={person} isIn={members.includes(person.id)} onChoose={() => onChoose(person)} />
          </li>
        ))}
      </ul>
      <p role="status" className={styles.small}>
        {found !== null && others.length === 0 && say('householdNobody')}
      </p>
      {onRegister !== null && found !== null && (
        <Button onPress={() => onRegister(typed)}>{say('householdRegister')}</Button>
      )}
    </Dialog>
  )
}

interface FoundProps {
  readonly person: Found
  readonly isIn: boolean
  readonly onChoose: () => void
}

function FoundLine({ person, isIn, onChoose }: FoundProps) {
  const { say, locale } = useWords()
  const name = displayName(person.name)
  return (
    <>
      <b>{name}</b>
      <span className={styles.small}>
        {formatBirthDate(person.birthDate, locale)} · {person.mrn}
      </span>
      {isIn ? (
        <span className={styles.small}>{say('householdIn')}</span>
      ) : (
        <Button size="sm" aria-label={say('householdChoose', { name })} onPress={onChoose}>
          {say('householdPick')}
        </Button>
      )}
    </>
  )
}
