import { peopleImport, type Reply } from '@foyer/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { refresh, useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { useSite } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { Button, Card, EmptyState, formatMoment, Notice, PageHeader, ProgressBar, Table } from '../../ui/index.ts'
import styles from './people-import.module.css'
import { sendFile } from './send-file.ts'
import { useWords } from './use-words.ts'

type Line = Reply<typeof peopleImport.listImports>['runs'][number]

/** Files of people that were brought in, and where the next one begins. */
export function ImportsPage() {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const navigate = useNavigate()
  const list = useAsk(peopleImport.listImports, {})
  const input = useRef<HTMLInputElement>(null)
  const [sent, setSent] = useState<{ done: number; of: number } | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const send = async (file: File) => {
    setFault(null)
    setSent({ done: 0, of: file.size })
    try {
      const answer = await sendFile(file, (done) => setSent({ done, of: file.size }))
      if ('runId' in answer) {
        await navigate({ to: '/patients/import/$runId', params: { runId: answer.runId } })
        return
      }
      setFault(answer.refused === 'wrong-state' ? say('refused') : say(`refused_${answer.refused}`))
    } catch {
      setFault(say('failed'))
    }
    setSent(null)
    await refresh(peopleImport.listImports)
  }
  const time = (at: string) => formatMoment(at, timeZone, locale)
  return (
    <Page title={say('title')} width="narrow">
      <p className={styles.soft}>
        <Link to="/patients">← {say('back')}</Link>
      </p>
      <PageHeader title={say('title')}>{say('lead')}</PageHeader>
      {fault && <Notice kind="bad">{fault}</Notice>}
      <Card>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={({ target }) => {
            const file = target.files?.[0]
            target.value = ''
            if (file) void send(file)
          }}
        />
        {sent === null ? (
          <Button variant="go" onPress={() => input.current?.click()}>
            {say('choose')}
          </Button>
        ) : (
          <ProgressBar
            label={sent.done < sent.of ? say('sending') : say('looking')}
            {...(sent.done < sent.of ? { value: sent.done, max: sent.of } : {})}
          />
        )}
        <p className={styles.soft}>{say('chooseHelp')}</p>
      </Card>
      <Answer of={list}>
        {({ runs }) =>
          runs.length === 0 ? (
            <EmptyState title={say('none')}>{say('noneNext')}</EmptyState>
          ) : (
            <Table<Line>
              caption={say('runs')}
              rows={runs}
              getKey={({ id }) => id}
              columns={[
                {
                  id: 'file',
                  label: say('file'),
                  isRowHeader: true,
                  cell: ({ id, fileName }) => (
                    <Link to="/patients/import/$runId" params={{ runId: id }}>
                      {fileName}
                    </Link>
                  ),
                },
                { id: 'state', label: say('state'), cell: ({ state }) => say(`state_${state}`) },
                { id: 'rows', label: say('rows'), align: 'end', cell: ({ rows }) => rows.toLocaleString(locale) },
                { id: 'when', label: say('when'), cell: ({ startedAt }) => time(startedAt) },
                { id: 'by', label: say('by'), cell: ({ startedBy }) => startedBy },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  )
}
