import { duplicates, type Reply } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, useAsk } from '../../../app/ask.ts'
import { Page } from '../../../app/page.tsx'
import { Answer } from '../../../app/states.tsx'
import { useUndoKeys } from '../../../app/undo/use-undo-keys.ts'
import { Button, Card, EmptyState, PageHeader, SelectableList, showToast } from '../../../ui/index.ts'
import { TwoIdentifiers } from '../two-identifiers.tsx'
import { useWords as usePatientWords } from '../use-words.ts'
import { ComparePanel } from './compare-panel.tsx'
import { useDecisions } from './use-decisions.ts'
import { useWords } from './use-words.ts'
import styles from './worklist.module.css'

type Line = Reply<typeof duplicates.listDuplicates>['pairs'][number]

const keyOf = ({ first, second }: Line) => `${first.id} ${second.id}`

/** Suspected duplicates, the best evidence first: each decided by one key. */
export function DuplicatesPage() {
  const { say, locale } = useWords()
  const { say: sayOf } = usePatientWords()
  const list = useAsk(duplicates.listDuplicates, {}, { keepPrevious: true })
  const sweep = useAct(duplicates.sweepDuplicates)
  const decisions = useDecisions()
  const [selected, setSelected] = useState<string | null>(null)
  const [decided, setDecided] = useState(0)
  useUndoKeys()

  const look = async () => {
    try {
      await sweep.act({})
      showToast({ text: say('looking') })
    } catch {
      showToast({ text: say('faulted'), kind: 'bad' })
    }
  }
  const onDecided = (pairs: readonly Line[], key: string) => {
    const at = pairs.findIndex((line) => keyOf(line) === key)
    const next = pairs[at + 1] ?? pairs[at - 1]
    setSelected(next ? keyOf(next) : null)
    setDecided((count) => count + 1)
  }
  return (
    <Page title={say('title')}>
      <p className={styles.soft}>
        <Link to="/patients">← {sayOf('patients')}</Link>
      </p>
      <PageHeader
        title={say('title')}
        actions={
          <>
            {decisions.undo && (
              <Button variant="quiet" shortcut="U" onPress={decisions.undo}>
                {say('undo')}
              </Button>
            )}
            <Button onPress={() => void look()} isPending={sweep.isPending}>
              {say('lookNow')}
            </Button>
          </>
        }
      >
        {say('lead')}
      </PageHeader>
      <Answer of={list}>
        {({ pairs, total }) => {
          const current = pairs.find((line) => keyOf(line) === selected) ?? pairs[0]
          if (!current) return <EmptyState title={say('none')}>{say('noneNext')}</EmptyState>
          return (
            <div className={styles.two}>
              <div>
                <p role="status" className={styles.soft}>
                  {say('open', { count: total })}
                </p>
                <div className={styles.list}>
                  <SelectableList
                    label={say('pairs')}
                    items={pairs}
                    getKey={keyOf}
                    getText={({ first, second }) =>
                      say('and', { first: displayName(first.name), second: displayName(second.name) })
                    }
                    selected={keyOf(current)}
                    onSelect={setSelected}
                    isPrimary
                  >
                    {({ first, second, score }) => (
                      <span className={styles.line}>
                        {[first, second].map((person) => (
                          <span key={person.id}>
                            <b>{displayName(person.name)}</b>
                            <br />
                            <span className={styles.facts}>
                              <TwoIdentifiers person={person} />
                            </span>
                          </span>
                        ))}
                        <span className={styles.facts}>{say('alike', { percent: percent(score, locale) })}</span>
                      </span>
                    )}
                  </SelectableList>
                </div>
              </div>
              <Card>
                <ComparePanel
                  key={keyOf(current)}
                  firstId={current.first.id}
                  secondId={current.second.id}
                  decisions={decisions}
                  onDecided={() => onDecided(pairs, keyOf(current))}
                  takesFocus={decided > 0}
                />
              </Card>
            </div>
          )
        }}
      </Answer>
    </Page>
  )
}

function percent(score: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.min(score, 0.99))
}
