import { useState } from 'react'
import { useNow } from '../../../app/clock.ts'
import { useSite } from '../../../app/site.ts'
import { Button, formatAge, formatTime, Signal } from '../../../ui/index.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import styles from './card.module.css'
import { HistoryDialog } from './history-dialog.tsx'
import type { Card } from './shapes.ts'
import { Told } from './told.tsx'
import { useWords } from './use-words.ts'

export interface AnswerCardProps {
  readonly card: Card
  /** Civil date that it speaks of. */
  readonly date: string
  readonly patientId: string
  readonly isAsking: boolean
  readonly onAsk: (() => void) | undefined
  readonly canReadRaw: boolean
  readonly shortcut: string | undefined
}

/** One segment of the answer. */
interface AtSegment {
  readonly segment: number
}

/** One policy: a light with words, the plan in a sentence, what it asks of the patient, and how old all that is. */
export function AnswerCard({ card, patientId, isAsking, onAsk, canReadRaw, shortcut }: AnswerCardProps) {
  const { say } = useWords()
  const [open, setOpen] = useState<'sentences' | 'history' | AtSegment | null>(null)
  const { payerName: payer, planName, light, because, answer, cannotAsk } = card
  const mayAsk = onAsk !== undefined && cannotAsk.length === 0 && card.pending === null
  return (
    <div role="group" className={styles.card} aria-label={payer}>
      <p className={styles.head}>
        <b>{planName === null ? payer : `${payer}, ${planName}`}</b>
        <Signal kind={light}>{say(`because_${because}`)}</Signal>
      </p>
      {answer && <Told answer={answer} onShow={(segment) => setOpen({ segment })} />}
      {card.rejected && <Rejected rejected={card.rejected} />}
      <Progress card={card} />
      {cannotAsk.map((one) => (
        <p key={one} className={styles.small}>
          {say(`missing_${one}`)}
        </p>
      ))}
      <div className={styles.actions}>
        {mayAsk && (
          <Button
            size="sm"
            isPending={isAsking}
            onPress={onAsk}
            {...(shortcut === undefined
              ? { 'aria-label': say(answer ? 'askAgainLabel' : 'askLabel', { payer }) }
              : { shortcut })}
          >
            {say(answer ? 'askAgain' : 'ask')}
          </Button>
        )}
        {answer && (
          <Button
            size="sm"
            variant="quiet"
            onPress={() => setOpen('sentences')}
            aria-label={say('wholeLabel', { payer })}
          >
            {say('whole')}
          </Button>
        )}
        {(answer || card.failed || card.pending) && (
          <Button
            size="sm"
            variant="quiet"
            onPress={() => setOpen('history')}
            aria-label={say('historyLabel', { payer })}
          >
            {say('history')}
          </Button>
        )}
      </div>
      {open !== null && open !== 'history' && answer && (
        <AnswerDialog
          patientId={patientId}
          checkId={answer.id}
          payer={payer}
          canReadRaw={canReadRaw}
          startAt={open === 'sentences' ? undefined : open.segment}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'history' && (
        <HistoryDialog
          patientId={patientId}
          coverageId={card.coverageId}
          payer={payer}
          canReadRaw={canReadRaw}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** The last question was turned away, or found nobody: said with its reasons beside the answer that stands. */
function Rejected({ rejected }: { readonly rejected: NonNullable<Card['rejected']> }) {
  const { say, locale } = useWords()
  const now = useNow()
  const { outcome, questions, askedAt } = rejected
  const why = questions.map(({ text }) => text).join(' ')
  return (
    <p>
      <Signal kind="warn">
        {[say(outcome === 'not-found' ? 'rejected_not-found' : 'rejected_turned-away'), why].filter(Boolean).join(' ')}
      </Signal>{' '}
      <span className={styles.small}>{say('asked', { age: formatAge(askedAt, now, locale) })}</span>
    </p>
  )
}

/** What is asked and not answered, or came to nothing: said beside the last answer, never instead of it. */
function Progress({ card: { pending, failed } }: { readonly card: Card }) {
  const { say, locale } = useWords()
  const now = useNow()
  const site = useSite()
  if (pending) {
    const age = formatAge(pending.askedAt, now, locale)
    const parts = [
      pending.state === 'sent' ? say('sent', { age }) : say('asked', { age }),
      pending.failure !== null && say(`failure_${pending.failure}`),
      pending.failure !== null &&
        pending.nextAttemptAt !== null &&
        say('nextTry', { time: formatTime(pending.nextAttemptAt, site.timeZone) }),
    ]
    return (
      <p className={styles.small} role="status">
        {parts.filter((part) => part !== false).join(' · ')}
      </p>
    )
  }
  if (!failed || failed.failure === null) return null
  return (
    <p>
      <Signal kind="warn">{say(`failure_${failed.failure}`)}</Signal>{' '}
      <span className={styles.small}>
        {[
          failed.failureNote !== null && say('failureNote', { note: failed.failureNote }),
          say('asked', { age: formatAge(failed.askedAt, now, locale) }),
        ]
          .filter((part) => part !== false)
          .join(' · ')}
      </span>
    </p>
  )
}
