import { relatives } from '@foyer/contract'
import { displayName, kinText } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, formatBirthDate, Panel } from '../../ui/index.ts'
import { HouseholdDialog } from './household-dialog.tsx'
import styles from './relatives.module.css'
import type { Member } from './shapes.ts'
import { useDecideHousehold } from './use-decide-household.ts'
import { useWords } from './use-words.ts'

export interface HouseholdPanelProps {
  readonly patientId: string
  readonly canChange: boolean
  /** Registers somebody new who lives there; what was typed comes along. */
  readonly onRegister: ((typed: string) => void) | null
}

/** Who lives with the patient as far as phones, e-mails and homes tell, or as somebody said. */
export function HouseholdPanel({ patientId, canChange, onRegister }: HouseholdPanelProps) {
  const { say } = useWords()
  const list = useAsk(relatives.listHousehold, { patientId })
  const decide = useDecideHousehold(patientId)
  const [isOpen, setOpen] = useState(false)
  const add = canChange && (
    <Button size="sm" variant="quiet" onPress={() => setOpen(true)}>
      {say('householdAdd')}
    </Button>
  )
  return (
    <Panel title={say('household')} aside={add}>
      <Answer of={list}>
        {({ people }) => (
          <>
            {people.length === 0 && <p className={styles.small}>{say('alone_home')}</p>}
            <ul className={styles.grants}>
              {people.map((person) => (
                <li key={person.id}>
                  <MemberLine person={person} />
                  {canChange && (
                    <Button
                      size="sm"
                      variant="quiet"
                      aria-label={say('householdRemove', { name: displayName(person.name) })}
                      onPress={() => void decide(person, false)}
                    >
                      {say('notHere')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {isOpen && (
              <HouseholdDialog
                patientId={patientId}
                members={people.map(({ id }) => id)}
                onChoose={(person) => void decide(person, true).then((isDone) => isDone && setOpen(false))}
                onRegister={onRegister}
                onClose={() => setOpen(false)}
              />
            )}
          </>
        )}
      </Answer>
    </Panel>
  )
}

function MemberLine({ person }: { readonly person: Member }) {
  const { say, locale } = useWords()
  const facts = [
    formatBirthDate(person.birthDate, locale),
    person.mrn,
    ...person.same.map((one) => say(`same_${one}`)),
    ...(person.relationship === null ? [] : [kinText(person.relationship, locale)]),
  ]
  return (
    <>
      <Link to="/patients/$patientId" params={{ patientId: person.id }}>
        {displayName(person.name)}
      </Link>
      <span className={styles.small}>{facts.join(' · ')}</span>
    </>
  )
}
