import { audit, type Reply } from '@foyer/contract'
import { useState } from 'react'
import { useCatalog } from '../../app/catalog.ts'
import { call } from '../../app/client.ts'
import { Fault } from '../../app/states.tsx'
import { Button, Notice, ProgressBar } from '../../ui/index.ts'
import styles from './audit.module.css'
import { words } from './words.ts'

type Report = Reply<typeof audit.readSeal>
type State =
  | { readonly at: 'idle' }
  | { readonly at: 'running' }
  | { readonly at: 'done'; readonly report: Report }
  | { readonly at: 'failed'; readonly error: unknown }

/** Walks the whole chain on demand and says what it found. */
export function SealCheck() {
  const { say } = useCatalog('audit', words)
  const [state, setState] = useState<State>({ at: 'idle' })

  async function verify(): Promise<void> {
    setState({ at: 'running' })
    try {
      const result = await call(audit.readSeal, {})
      if (result.ok) setState({ at: 'done', report: result.value })
    } catch (error) {
      setState({ at: 'failed', error })
    }
  }

  return (
    <div className={styles.seal} aria-live="polite">
      <Button isPending={state.at === 'running'} onPress={() => void verify()}>
        {say('verify')}
      </Button>
      {state.at === 'running' ? <ProgressBar label={say('verifying')} /> : null}
      {state.at === 'failed' ? <Fault error={state.error} /> : null}
      {state.at === 'done' ? <Verdict report={state.report} /> : null}
    </div>
  )
}

function Verdict({ report }: { readonly report: Report }) {
  const { say } = useCatalog('audit', words)
  const { entries, batches, unsealed } = report
  if (report.whole)
    return (
      <Notice kind="ok" title={say('whole')}>
        {say('wholeText', { entries, batches, unsealed })}
        {report.head === null ? null : (
          <p className={styles.quiet}>
            {say('head')} <code className={styles.head}>{report.head}</code>
          </p>
        )}
      </Notice>
    )
  return (
    <Notice kind="bad" title={say('broken')}>
      {say('brokenText', { count: report.faults.length })}
      <ul>
        {report.faults.slice(0, 20).map((fault) => {
          const what = say(fault.what === 'broken-chain' ? 'brokenChain' : fault.what)
          return (
            <li key={`${fault.batch} ${fault.entry} ${fault.what}`}>
              {fault.entry === null
                ? say('faultBatch', { batch: fault.batch, what })
                : say('fault', { batch: fault.batch, entry: fault.entry, what })}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
