import { peopleImport, type Reply } from '@foyer/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf } from '../../app/client.ts'
import { refresh, useAct, useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { Answer } from '../../app/states.tsx'
import { Button, buttonClass, ConfirmDialog, Notice, PageHeader, ProgressBar } from '../../ui/index.ts'
import { CountsView } from './counts-view.tsx'
import { MappingForm } from './mapping-form.tsx'
import styles from './people-import.module.css'
import { RowsView } from './rows-view.tsx'
import { useWords } from './use-words.ts'

type Run = Reply<typeof peopleImport.readImport>

/** One file from its columns to what became of it. */
export function ImportRunPage() {
  const { say, locale } = useWords()
  const { runId } = useParams({ from: '/patients/import/$runId' })
  const run = useAsk(peopleImport.readImport, { runId })
  return (
    <Page title={say('title')}>
      <p className={styles.soft}>
        <Link to="/patients/import">← {say('backToRuns')}</Link>
      </p>
      <Answer of={run}>
        {(found) => (
          <>
            <PageHeader title={found.fileName} actions={<Steps run={found} />}>
              <span role="status">
                {say(`state_${found.state}`)} · {say('rows')}: {found.rows.toLocaleString(locale)}
              </span>
            </PageHeader>
            {found.state === 'failed' && <Notice kind="bad">{say('fault')}</Notice>}
            {found.isCut && <Notice kind="warn">{say('cut')}</Notice>}
            <AtWork run={found} />
            {found.state === 'mapping' && <MappingForm key={found.id} run={found} />}
            {['checked', 'done', 'undone', 'running', 'undoing', 'failed'].includes(found.state) && (
              <>
                <CountsView run={found} />
                {found.state !== 'running' && found.state !== 'undoing' && <RowsView run={found} />}
              </>
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

function AtWork({ run }: { readonly run: Run }) {
  const { say, locale } = useWords()
  if (run.state !== 'checking' && run.state !== 'running' && run.state !== 'undoing') return null
  const [done, rows] = [run.progress.toLocaleString(locale), run.rows.toLocaleString(locale)]
  return (
    <ProgressBar
      label={say('progress')}
      value={run.progress}
      max={run.rows}
      valueText={say('ofRows', { done, rows })}
    />
  )
}

/** What may be done now, and nothing else. */
function Steps({ run }: { readonly run: Run }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const start = useAct(peopleImport.runImport)
  const cancel = useAct(peopleImport.cancelImport)
  const undo = useAct(peopleImport.undoImport)
  const map = useAct(peopleImport.mapImport)
  const [asks, setAsks] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const runId = run.id

  const doIt = async (act: () => Promise<{ ok: boolean }>) => {
    setFault(null)
    try {
      if (!(await act()).ok) setFault(say('refused'))
    } catch {
      setFault(say('failed'))
    }
    await refresh(peopleImport.readImport, peopleImport.listImportRows)
  }
  const { state, counts, asked } = run
  const many = counts.created + counts.matched + (asked === 'create' ? counts.asked : 0)
  return (
    <>
      {fault && <Notice kind="bad">{fault}</Notice>}
      {state === 'checked' && (
        <>
          <Button
            isPending={map.isPending}
            onPress={() =>
              void doIt(() =>
                map.act({ runId, ...run.mapping, asked: run.asked, identifierSystem: run.identifierSystem }),
              )
            }
          >
            {say('checkAgain')}
          </Button>
          <Button variant="go" isPending={start.isPending} onPress={() => void doIt(() => start.act({ runId }))}>
            {say('run', { count: many })}
          </Button>
        </>
      )}
      {(state === 'checking' || state === 'running') && (
        <Button isPending={cancel.isPending} onPress={() => void doIt(() => cancel.act({ runId }))}>
          {say('stop')}
        </Button>
      )}
      {(state === 'mapping' || state === 'checked' || state === 'uploading') && (
        <Button
          variant="quiet"
          isPending={cancel.isPending}
          onPress={() => void doIt(() => cancel.act({ runId })).then(() => navigate({ to: '/patients/import' }))}
        >
          {say('throwAway')}
        </Button>
      )}
      {['checked', 'done', 'undone', 'failed'].includes(state) && (
        <a className={buttonClass({})} href={addressOf(peopleImport.printImportReport, { runId })} download>
          {say('report')}
        </a>
      )}
      {(state === 'done' || state === 'failed') && (
        <Button variant="danger" onPress={() => setAsks(true)}>
          {say('undo')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={say('undoTitle')}
        confirmLabel={say('undo')}
        isDanger
        isPending={undo.isPending}
        onConfirm={() => void doIt(() => undo.act({ runId })).then(() => setAsks(false))}
      >
        <p>{say('undoText')}</p>
      </ConfirmDialog>
    </>
  )
}
