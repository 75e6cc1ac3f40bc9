import { audit, type Reply } from '@foyer/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { daySpan } from '../../app/day-span.ts'
import { Page } from '../../app/page.tsx'
import { useSite } from '../../app/site.ts'
import { useRoleName } from '../../app/staff-role/use-role-name.ts'
import { Answer } from '../../app/states.tsx'
import { Button, EmptyState, PageHeader, Signal, Table, zoneCity } from '../../ui/index.ts'
import styles from './audit.module.css'
import { actionText } from './action-text.ts'
import { AuditFilters } from './audit-filters.tsx'
import { outcomeText } from './outcome-text.ts'
import { SealCheck } from './seal-check.tsx'
import { words } from './words.ts'

type Entry = Reply<typeof audit.listAudit>['entries'][number]

/** Who, whom, what and when of the trail, newest first. What is asked for stands in the address, so that it can be kept. */
export function AuditPage() {
  const { say, locale } = useCatalog('audit', words)
  const { timeZone } = useSite()
  const roleName = useRoleName()
  const choice = useSearch({ from: '/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const asked = JSON.stringify(choice)
  const [page, setPage] = useState<{ asked: string; before: number | null }>({ asked, before: null })
  // What was chosen anew begins at its newest.
  const before = page.asked === asked ? page.before : null
  const setBefore = (next: number | null) => setPage({ asked, before: next })
  const { patientId, staffId, action, from = null, until = null } = choice
  const list = useAsk(
    audit.listAudit,
    {
      ...(patientId === undefined ? {} : { patientId }),
      ...(staffId === undefined ? {} : { staffId }),
      ...(action === undefined ? {} : { action }),
      ...daySpan(from, until, timeZone),
      ...(before === null ? {} : { before }),
    },
    { keepPrevious: true },
  )
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
      <AuditFilters
        choice={choice}
        nameOf={(id) => list.data?.entries.flatMap(({ patients }) => patients).find((one) => one.id === id)?.name}
        onChange={(search) => void navigate({ search, replace: true })}
      />
      <SealCheck />
      <Answer of={list}>
        {(data) => (
          <>
            <Table
              caption={say('caption')}
              hideCaption
              rows={data.entries}
              getKey={(entry) => String(entry.id)}
              empty={<EmptyState title={say('none')}>{say('noneNext')}</EmptyState>}
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
                      {entry.actor} <span className={styles.quiet}>{roleName(entry.role)}</span>
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
                { id: 'outcome', label: say('outcome'), cell: (entry) => outcomeText(entry.outcome, say) },
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
