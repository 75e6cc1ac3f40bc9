import { audit, endpoints, type Reply } from '@foyer/contract'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { Page } from '../../app/page.tsx'
import { useSite } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { Button, buttonClass, EmptyState, PageHeader, Select, Signal, Table, zoneCity } from '../../ui/index.ts'
import styles from './audit.module.css'
import { actionText } from './action-text.ts'
import { SealCheck } from './seal-check.tsx'
import { words } from './words.ts'

type Entry = Reply<typeof audit.listAudit>['entries'][number]

const everything = 'all'
const actions = [
  ...new Set([...endpoints.values()].flatMap((spec) => (spec.audit === null ? [] : [spec.audit]))),
].toSorted()

export function AuditPage() {
  const { say, locale } = useCatalog('audit', words)
  const { patientId } = useSearch({ from: '/audit' })
  const [action, setAction] = useState(everything)
  const [before, setBefore] = useState<number | null>(null)
  const list = useAsk(
    audit.listAudit,
    {
      ...(patientId === undefined ? {} : { patientId }),
      ...(action === everything ? {} : { action }),
      ...(before === null ? {} : { before }),
    },
    { keepPrevious: true },
  )
  const { timeZone } = useSite()
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hour12: false, timeZone })

  function people(entry: Entry) {
    if (entry.patients.length === 0) return <span className={styles.quiet}>{say('nobody')}</span>
    const rest = entry.patientCount - entry.patients.length
    return (
      <>
        {entry.patients.map((patient) => patient.name).join(', ')}
        {rest > 0 ? <span className={styles.quiet}> {say('more', { count: rest })}</span> : null}
      </>
    )
  }

  return (
    <Page title={say('title')}>
      <PageHeader title={say('title')}>{say('lead')}</PageHeader>
      <div className={styles.filters}>
        <Select
          label={say('filterAction')}
          options={[
            { id: everything, label: say('allActions') },
            ...actions.map((name) => ({ id: name, label: actionText(name, locale), detail: name })),
          ]}
          value={action}
          onChange={(next) => {
            setAction(next)
            setBefore(null)
          }}
        />
        {patientId === undefined ? null : (
          <p>
            {say('onlyPerson')}{' '}
            <Link to="/audit" className={buttonClass({ variant: 'quiet', size: 'sm' })}>
              {say('everybody')}
            </Link>
          </p>
        )}
      </div>
      <SealCheck />
      <Answer of={list}>
        {(data) => (
          <>
            <Table
              caption={say('caption')}
              hideCaption
              rows={data.entries}
              getKey={(entry) => String(entry.id)}
              empty={<EmptyState title={say('none')}>{say('lead')}</EmptyState>}
              columns={[
                {
                  id: 'when',
                  label: say('when', { city: zoneCity(timeZone) }),
                  cell: (entry) => moment.format(new Date(entry.at)),
                },
                {
                  id: 'who',
                  label: say('who'),
                  isRowHeader: true,
                  cell: (entry) => (
                    <>
                      {entry.actor} <span className={styles.quiet}>{entry.role}</span>
                    </>
                  ),
                },
                {
                  id: 'what',
                  label: say('what'),
                  cell: (entry) => (
                    <>
                      {actionText(entry.action, locale)} <span className={styles.action}>{entry.action}</span>
                      {entry.reason === null ? null : (
                        <span className={styles.quiet}> {say('because', { reason: entry.reason })}</span>
                      )}
                    </>
                  ),
                },
                { id: 'whom', label: say('whom'), cell: people },
                { id: 'outcome', label: say('outcome'), cell: (entry) => entry.outcome },
                {
                  id: 'seal',
                  label: say('seal'),
                  cell: (entry) => (
                    <Signal kind={entry.sealed ? 'ok' : 'quiet'} size="sm">
                      {say(entry.sealed ? 'sealed' : 'unsealed')}
                    </Signal>
                  ),
                },
              ]}
            />
            <div className={styles.filters}>
              {before === null ? null : (
                <Button variant="quiet" onPress={() => setBefore(null)}>
                  {say('newest')}
                </Button>
              )}
              {data.before === null ? null : <Button onPress={() => setBefore(data.before)}>{say('older')}</Button>}
            </div>
          </>
        )}
      </Answer>
    </Page>
  )
}
