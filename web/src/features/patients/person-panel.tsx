import { patients } from '@foyer/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, buttonClass, Skeleton } from '../../ui/index.ts'
import { GlassGate, OpenBanner } from '../privacy/index.ts'
import { CoveragePanel } from './coverage-panel.tsx'
import { NextPanel } from './next-panel.tsx'
import { OpenPanel } from './open-panel.tsx'
import { HistoryPanel, PastPanel, PaymentsPanel } from './past-panel.tsx'
import styles from './patients.module.css'
import { PersonHeader } from './person-header.tsx'
import type { PatientRecord } from './shapes.ts'
import { usePersonActions } from './use-person-actions.tsx'
import { useWords } from './use-words.ts'

export interface PersonPanelProps {
  readonly patientId: string
  /** What the page around has to say about this person, right under who it is: the visit that is selected. */
  readonly children?: ReactNode
  /** B books and E edits while this pane shows; false where the page uses these keys itself. */
  readonly hasKeys?: boolean
}

/** The third pane: who, what is next, coverage, what is open. Reading it is noted in the audit trail. */
export function PersonPanel({ patientId, children, hasKeys }: PersonPanelProps) {
  const record = useAsk(patients.readPatient, { patientId })
  return (
    <Answer
      of={record}
      loading={<Skeleton lines={9} />}
      restricted={
        <>
          <GlassGate patientId={patientId} onOpened={() => void record.refetch()} />
          {children}
        </>
      }
    >
      {(data) => (
        <PersonSections key={patientId} record={data} {...(hasKeys === undefined ? {} : { hasKeys })}>
          {children}
        </PersonSections>
      )}
    </Answer>
  )
}

interface PersonSectionsProps {
  readonly record: PatientRecord
  readonly children: ReactNode
  readonly hasKeys?: boolean
}

function PersonSections({ record, children, hasKeys }: PersonSectionsProps) {
  const { say } = useWords()
  const actions = usePersonActions(record, 'pane', hasKeys)
  return (
    <div className={styles.person}>
      <OpenBanner privacy={record.privacy} />
      <PersonHeader record={record} level={2} />
      <div className={styles.actions}>
        {actions.book && (
          <Button size="sm" variant="go" onPress={actions.book} {...(hasKeys === false ? {} : { shortcut: 'B' })}>
            {say('book')}
          </Button>
        )}
        {actions.edit && (
          <Button size="sm" onPress={actions.edit} {...(hasKeys === false ? {} : { shortcut: 'E' })}>
            {say('edit')}
          </Button>
        )}
        <Link
          to="/patients/$patientId"
          params={{ patientId: record.patient.id }}
          className={buttonClass({ size: 'sm', variant: 'quiet' })}
        >
          {say('openRecord')}
        </Link>
      </div>
      {children && <div className={styles.headActions}>{children}</div>}
      <OpenPanel record={record} onAddCoverage={actions.addCoverage} />
      <NextPanel record={record} />
      <CoveragePanel record={record} onAdd={actions.addCoverage} onChange={actions.changeCoverage} />
      <PastPanel record={record} />
      <HistoryPanel record={record} />
      <PaymentsPanel record={record} />
      {actions.dialog}
    </div>
  )
}
