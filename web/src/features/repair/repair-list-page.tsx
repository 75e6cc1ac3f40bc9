import { repair } from '@foyer/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { useMay } from '../../app/session.ts'
import { Answer } from '../../app/states.tsx'
import { buttonClass, Card, EmptyState, PageHeader, SelectableList, Signal, type SignalKind } from '../../ui/index.ts'
import { ProposeForm } from './propose-form.tsx'
import styles from './repair.module.css'
import type { RepairLine } from './shapes.ts'
import { missingText, spanText } from './texts.ts'
import { useWords } from './use-words.ts'

const kindOf: Readonly<Record<RepairLine['status'], SignalKind>> = { proposed: 'warn', applied: 'ok', closed: 'quiet' }

export function RepairListPage() {
  const { say, locale } = useWords()
  const navigate = useNavigate()
  const mayPropose = useMay('appointment.move')
  const list = useAsk(repair.listRepairs, {})
  const [selected, setSelected] = useState<string | null>(null)
  const open = (repairId: string) => void navigate({ to: '/repair/$repairId', params: { repairId } })
  return (
    <Page title={say('title')}>
      <PageHeader title={say('title')}>
        <p>{say('lead')}</p>
      </PageHeader>
      {mayPropose && (
        <Card>
          <ProposeForm onProposed={open} />
        </Card>
      )}
      <h2 className={styles.heading}>{say('list')}</h2>
      <Answer of={list}>
        {({ repairs }) => (
          <SelectableList
            label={say('list')}
            items={repairs}
            getKey={({ id }) => id}
            getText={(line) => `${missingText(line)}, ${spanText(line.from, line.until, line.timeZone, locale)}`}
            selected={selected}
            onSelect={setSelected}
            onOpen={open}
            isPrimary
            empty={<EmptyState title={say('none')}>{say('noneNext')}</EmptyState>}
          >
            {(line) => (
              <div className={styles.answer}>
                <div>
                  <p className={styles.name}>
                    {missingText(line)} · {spanText(line.from, line.until, line.timeZone, locale)}
                  </p>
                  {line.reason !== null && <p className={styles.small}>{line.reason}</p>}
                  <p className={styles.small}>
                    {line.counts.affected} {say('affected')} ·{' '}
                    {line.status === 'closed'
                      ? `${line.counts.back} ${say('done_back')}`
                      : `${line.counts.open} ${say('toDecide')}`}{' '}
                    · {line.counts.moved} {say('moved')} · {line.counts.unanswered} {say('silent')}
                    {line.counts.groups > 0 && <> · {say('groupsTitle', { count: line.counts.groups })}</>}
                  </p>
                </div>
                <div className={styles.state}>
                  <Signal kind={kindOf[line.status]}>{say(line.status)}</Signal>
                </div>
                <div className={styles.acts}>
                  <Link
                    to="/repair/$repairId"
                    params={{ repairId: line.id }}
                    className={buttonClass({ variant: 'quiet', size: 'sm' })}
                  >
                    {say('open')}
                  </Link>
                </div>
              </div>
            )}
          </SelectableList>
        )}
      </Answer>
    </Page>
  )
}
