import { payers } from '@foyer/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { Button, Dialog, Notice, ProgressBar } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { Connection, Tried } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { TriedText } from './tried-text.tsx'

/** The server waits no longer than this. */
const LIMIT_SECONDS = 20

/** Tries a connection as soon as it opens: how long it takes, then what came of it. */
export function TryDialog({ connection, onClose }: { readonly connection: Connection; readonly onClose: () => void }) {
  const { say } = useWords()
  const { act, isPending } = useAct(payers.tryConnection)
  const [tried, setTried] = useState<Tried | 'failed' | null>(null)
  const hasBegun = useRef(false)
  const { id } = connection
  const attempt = useCallback(async () => {
    setTried(null)
    try {
      const answer = await act({ connectionId: id })
      setTried(answer.ok ? answer.value : 'failed')
    } catch {
      setTried('failed')
    }
    await refresh(payers.readDirectory)
  }, [act, id])
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    void attempt()
  }, [attempt])
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('tryNamed', { name: connection.name })}
      description={say(connection.kind === 'sftp' ? 'tryHelpFiles' : 'tryHelp')}
      footer={
        <>
          <Button variant="go" onPress={onClose}>
            {say('close')}
          </Button>
          <Button onPress={() => void attempt()} isPending={isPending}>
            {say('tryAgain')}
          </Button>
        </>
      }
    >
      <div className={styles.part} aria-live="polite">
        {connection.isSandbox && (
          <Notice kind="info" title={say('madeUpTitle')}>
            {say('madeUpNext')}
          </Notice>
        )}
        {tried === null && <Waiting />}
        {tried === 'failed' && <Notice kind="bad">{say('failed')}</Notice>}
        {tried !== null && tried !== 'failed' && <TriedText tried={tried} />}
      </div>
    </Dialog>
  )
}

function Waiting() {
  const { say } = useWords()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => Math.min(before + 1, LIMIT_SECONDS)), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <ProgressBar
      label={say('trying')}
      value={seconds}
      max={LIMIT_SECONDS}
      valueText={say('tryingFor', { seconds, most: LIMIT_SECONDS })}
    />
  )
}
