import { proposals, type Reply } from '@foyer/contract'
import { displayName, fieldName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { Page } from '../../../app/page.tsx'
import { Answer } from '../../../app/states.tsx'
import { Button, Card, EmptyState, PageHeader, SelectableList, useShortcuts } from '../../../ui/index.ts'
import { TwoIdentifiers } from '../two-identifiers.tsx'
import { useWords as usePatientWords } from '../use-words.ts'
import styles from '../worklist/worklist.module.css'
import { ProposalFacts } from './proposal-facts.tsx'
import { useDecide } from './use-decide.ts'
import { useWords } from './use-words.ts'

type Line = Reply<typeof proposals.listProposals>['proposals'][number]

/** What feeds propose against the desk's word, the oldest first: each decided by one key. */
export function ProposalsPage() {
  const { say } = useWords()
  const { say: sayOf } = usePatientWords()
  const list = useAsk(proposals.listProposals, {}, { keepPrevious: true })
  return (
    <Page title={say('title')}>
      <p className={styles.soft}>
        <Link to="/patients">← {sayOf('patients')}</Link>
      </p>
      <PageHeader title={say('title')}>{say('lead')}</PageHeader>
      <Answer of={list}>{({ proposals: lines, total }) => <Lines lines={lines} total={total} />}</Answer>
    </Page>
  )
}

function Lines({ lines, total }: { readonly lines: readonly Line[]; readonly total: number }) {
  const { say, locale } = useWords()
  const [selected, setSelected] = useState<string | null>(null)
  const { decide, isPending } = useDecide()
  const current = lines.find(({ id }) => id === selected) ?? lines[0]

  const settle = (decision: 'taken' | 'declined') => {
    if (!current || isPending) return
    const at = lines.indexOf(current)
    setSelected((lines[at + 1] ?? lines[at - 1])?.id ?? null)
    void decide(current.patient.id, current, decision)
  }
  useShortcuts(
    {
      t: { label: say('take'), run: () => settle('taken') },
      o: { label: say('keep'), run: () => settle('declined') },
    },
    { isEnabled: current !== undefined },
  )
  if (!current) return <EmptyState title={say('none')}>{say('noneNext')}</EmptyState>
  return (
    <div className={styles.two}>
      <div>
        <p role="status" className={styles.soft}>
          {say('open', { count: total })}
        </p>
        <div className={styles.list}>
          <SelectableList
            label={say('list')}
            items={lines}
            getKey={({ id }) => id}
            getText={({ patient, field }) => `${displayName(patient.name)}, ${fieldName(field, locale)}`}
            selected={current.id}
            onSelect={setSelected}
            isPrimary
          >
            {({ patient, field }) => (
              <span className={styles.line}>
                <b>{displayName(patient.name)}</b>
                <span className={styles.facts}>{fieldName(field, locale)}</span>
              </span>
            )}
          </SelectableList>
        </div>
      </div>
      <Card>
        <div className={styles.compare}>
          <div>
            <h2>{displayName(current.patient.name)}</h2>
            <p className={styles.facts}>
              <TwoIdentifiers person={current.patient} />
            </p>
            <p className={styles.facts}>
              <Link to="/patients/$patientId" params={{ patientId: current.patient.id }}>
                {say('openRecord')}
              </Link>
            </p>
          </div>
          <ProposalFacts of={current} />
          <div className={styles.evidence}>
            <Button variant="go" shortcut="T" isDisabled={isPending} onPress={() => settle('taken')}>
              {say('take')}
            </Button>
            <Button shortcut="O" isDisabled={isPending} onPress={() => settle('declined')}>
              {say('keep')}
            </Button>
          </div>
        </div>
      </Card>
    </div>
  )
}
