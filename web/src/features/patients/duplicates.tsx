import type { patients, Refusal } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useEffect, useRef } from 'react'
import { Button, Card, useShortcuts } from '../../ui/index.ts'
import { CandidateFacts } from './candidate-facts.tsx'
import type { PatientDraft } from './draft.ts'
import styles from './patients.module.css'
import { bornOn } from './person-text.ts'
import { useWords } from './use-words.ts'

type Candidate = Extract<
  Refusal<typeof patients.registerPatient>,
  { reason: 'possible-duplicate' }
>['candidates'][number]

export interface DuplicatesProps {
  readonly draft: PatientDraft
  readonly candidates: readonly Candidate[]
  /** Ids of records of the same name and birth date that are not for the caller to see. */
  readonly restricted: readonly string[]
  readonly isPending: boolean
  readonly onSame: (patientId: string) => void
  readonly onOther: () => void
  readonly onBack: () => void
}

/** The typed person beside those on record who are very like them, with what agrees and what does not. */
export function Duplicates({ draft, candidates, restricted, isPending, onSame, onOther, onBack }: DuplicatesProps) {
  const { say, locale } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useShortcuts(
    Object.fromEntries(
      candidates
        .slice(0, 9)
        .map((candidate, at) => [`${at + 1}`, { label: say('thisIsThem'), run: () => onSame(candidate.id) }]),
    ),
    { scope: 'page' },
  )
  return (
    <section className={styles.duplicates} aria-labelledby="duplicates-title">
      <h2 id="duplicates-title" tabIndex={-1} ref={heading}>
        {say('duplicateTitle', { count: candidates.length + restricted.length })}
      </h2>
      <p className={styles.soft}>{say('duplicateHelp')}</p>
      <div className={styles.sideBySide}>
        <Card isSunk>
          <h3>{say('typed')}</h3>
          <p className={styles.hitName}>{displayName(draft)}</p>
          <p className={styles.hitFacts}>{draft.birthDate && `${say('born')} ${bornOn(draft.birthDate, locale)}`}</p>
          <p className={styles.hitFacts}>{[draft.phone, draft.email, draft.line].filter(Boolean).join(' · ')}</p>
        </Card>
        {candidates.map((candidate, at) => (
          <Card key={candidate.id}>
            <h3>
              {say('onRecord')} ·{' '}
              {say('alike', {
                percent: new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.min(candidate.score, 0.99)),
              })}
            </h3>
            <CandidateFacts candidate={candidate} />
            <Button variant="go" shortcut={`${at + 1}`} onPress={() => onSame(candidate.id)}>
              {say('thisIsThem')}
            </Button>
          </Card>
        ))}
        {restricted.map((id) => (
          <Card key={id}>
            <h3>{say('restrictedTwin')}</h3>
            <p className={styles.hitFacts}>{say('restrictedTwinNext')}</p>
            <Button variant="go" onPress={() => onSame(id)}>
              {say('openRestricted')}
            </Button>
          </Card>
        ))}
      </div>
      <div className={styles.actions}>
        <Button onPress={onOther} isPending={isPending}>
          {say('anotherPerson')}
        </Button>
        <Button variant="quiet" onPress={onBack}>
          {say('backToForm')}
        </Button>
      </div>
    </section>
  )
}
