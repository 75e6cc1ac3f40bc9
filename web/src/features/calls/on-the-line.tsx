import { displayName, formatPhone } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../app/clock.ts'
import { Button, formatDuration } from '../../ui/index.ts'
import { WhoAsksButton } from '../relatives/index.ts'
import { CallerNotes } from './caller-notes.tsx'
import styles from './calls.module.css'
import type { Call } from './use-phone.ts'
import { useWords } from './use-words.ts'

export interface OnTheLineProps {
  readonly call: Call
  readonly callerId: string | null
  readonly isBusy: boolean
  readonly onEnd: () => void
}

export function OnTheLine({ call, callerId, isBusy, onEnd }: OnTheLineProps) {
  const { say, locale } = useWords()
  const minutes = Math.floor((Date.parse(useNow()) - Date.parse(call.startedAt)) / 60_000)
  const caller = call.candidates.find(({ id }) => id === callerId)
  return (
    <section className={styles.pill} data-quiet="" data-call="" aria-label={say('onTheLine')}>
      <span className={styles.text}>
        <b>{say('onTheLine')}</b> ·{' '}
        {callerId === null ? (
          formatPhone(call.from)
        ) : (
          <Link to="/patients/$patientId" params={{ patientId: callerId }} className={styles.link}>
            {caller ? displayName(caller.name) : say('open')}
          </Link>
        )}{' '}
        · {formatDuration(minutes, locale)}
        <CallerNotes call={call} callerId={callerId} />
      </span>
      {callerId !== null && <WhoAsksButton patientId={callerId} size="sm" className={styles.onPill} />}
      <Button
        size="sm"
        className={styles.onPill}
        isPending={isBusy}
        onPress={onEnd}
        aria-label={say('endLabel', { line: call.line })}
      >
        {say('end')}
      </Button>
    </section>
  )
}
