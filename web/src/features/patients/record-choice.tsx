import { displayName } from '@foyer/patients'
import { useRef, useState } from 'react'
import { Button, Dialog } from '../../ui/index.ts'
import { PersonPicker } from './person-picker.tsx'
import { RecentPerson } from './recent-person.tsx'
import styles from './record-choice.module.css'
import type { PersonLine, PickedPerson } from './shapes.ts'
import { TwoIdentifiers } from './two-identifiers.tsx'
import { useWords } from './use-words.ts'

export interface RecordChoiceProps {
  /** Whose record cannot be the one: nobody stands beside themselves. */
  readonly exceptId: string
  readonly recordId: string | null
  /** The person behind `recordId` where they are known already; else they are asked. */
  readonly line: PersonLine | null
  readonly onChange: (person: PickedPerson | null) => void
}

/** Whether somebody who is named on a record has a record of their own here, and which. */
export function RecordChoice({ exceptId, recordId, line, onChange }: RecordChoiceProps) {
  const { say } = useWords()
  const [isChoosing, setChoosing] = useState(false)
  const choose = useRef<HTMLButtonElement>(null)
  return (
    <div className={styles.choice} role="group" aria-label={say('recordHere')}>
      <span className={styles.label}>{say('recordHere')}</span>
      <div aria-live="polite">
        {recordId === null && <span className={styles.none}>{say('recordNone')}</span>}
        {recordId !== null && line === null && <RecentPerson patientId={recordId} />}
        {recordId !== null && line !== null && (
          <span className={styles.person}>
            <b>{displayName(line.name)}</b> <TwoIdentifiers person={line} />
          </span>
        )}
      </div>
      <div className={styles.keys}>
        <Button ref={choose} size="sm" onPress={() => setChoosing(true)}>
          {say(recordId === null ? 'recordChoose' : 'recordOther')}
        </Button>
        {recordId !== null && (
          <Button
            size="sm"
            variant="quiet"
            onPress={() => {
              onChange(null)
              // The pressed key goes away with the record.
              choose.current?.focus()
            }}
          >
            {say('recordTakeAway')}
          </Button>
        )}
      </div>
      <Dialog
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
        title={say('recordChooseTitle')}
        description={say('recordHelp')}
        size="sm"
      >
        <PersonPicker
          exceptId={exceptId}
          onPick={(person) => {
            setChoosing(false)
            if (person) onChange(person)
          }}
        />
      </Dialog>
    </div>
  )
}
