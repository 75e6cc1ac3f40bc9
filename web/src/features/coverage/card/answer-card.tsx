import { useState } from 'react'
import { useNow } from '../../../app/clock.ts'
import { useSite } from '../../../app/site.ts'
import { Button, formatAge, formatDay, formatTime, MeterBar, Signal } from '../../../ui/index.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { barOf, saidCents, saidShare } from './amounts.ts'
import styles from './card.module.css'
import { HistoryDialog } from './history-dialog.tsx'
import type { Accumulator, Card, CardAnswer } from './shapes.ts'
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

/** One policy: a light with words, the plan in a sentence, what it asks of the patient, and how old all that is. */
export function AnswerCard({ card, patientId, isAsking, onAsk, canReadRaw, shortcut }: AnswerCardProps) {
  const { say } = useWords()
  const [open, setOpen] = useState<'sentences' | 'history' | null>(null)
  const { payerName: payer, planName, light, because, answer, cannotAsk } = card
  const mayAsk = onAsk !== undefined && cannotAsk.length === 0 && card.pending === null
  return (
    <div role="group" className={styles.card} aria-label={payer}>
      <p className={styles.head}>
        <b>{planName === null ? payer : `${payer}, ${planName}`}</b>
        <Signal kind={light}>{say(`because_${because}`)}</Signal>
      </p>
      {answer && <Told answer={answer} />}
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
      {open === 'sentences' && answer && (
        <AnswerDialog
          patientId={patientId}
          checkId={answer.id}
          payer={payer}
          canReadRaw={canReadRaw}
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

function Told({ answer }: { readonly answer: CardAnswer }) {
  const { say, locale } = useWords()
  const now = useNow()
  const facts = [
    ['copay', saidCents(answer.copay, say, locale)],
    ['coinsurance', saidShare(answer.coinsurance, say, locale)],
    ['visitsLeft', answer.visitsLeft === null ? null : String(answer.visitsLeft.low)],
  ] as const
  const known = facts.filter(([, text]) => text !== null)
  return (
    <>
      <p>{answer.planSentence.text}</p>
      {answer.authorization === 'required' && <Signal kind="warn">{say('authorization')}</Signal>}
      {known.length > 0 && (
        <dl className={styles.facts}>
          {known.map(([word, text]) => (
            <Fact key={word} word={say(word)} text={text ?? ''} />
          ))}
        </dl>
      )}
      <div className={styles.bars}>
        <Bars word={say('deductible')} of={answer.deductible} />
        <Bars word={say('outOfPocket')} of={answer.outOfPocket} />
      </div>
      {answer.primaryCare.length > 0 && (
        <p className={styles.small}>{say('primaryCare', { names: answer.primaryCare.join(', ') })}</p>
      )}
      {(answer.questions.length > 0 || answer.otherPayers.length > 0) && (
        <ul className={styles.lines}>
          {[...answer.questions, ...answer.otherPayers].map(({ text }) => (
            <li key={text}>
              <Signal kind="warn">{text}</Signal>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.small}>
        {say('answered', {
          age: formatAge(answer.answeredAt ?? answer.askedAt, now, locale),
          day: formatDay(answer.serviceDate, locale),
        })}
      </p>
      {answer.isSandbox && <p className={styles.small}>{say('sandbox')}</p>}
    </>
  )
}

function Fact({ word, text }: { readonly word: string; readonly text: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{text}</dd>
    </>
  )
}

interface BarsProps {
  readonly word: string
  readonly of: { readonly individual: Accumulator; readonly family: Accumulator }
}

function Bars({ word, of }: BarsProps) {
  const { say, locale } = useWords()
  const parts = [
    [word, barOf(of.individual, say, locale)],
    [`${word}, ${say('family')}`, barOf(of.family, say, locale)],
  ] as const
  return parts.map(([label, bar]) => {
    if (bar === null) return null
    if (bar.used === null || bar.max === 0)
      return (
        <p key={label} className={styles.small}>
          {label}: {bar.text}
        </p>
      )
    return <MeterBar key={label} label={label} value={bar.used} max={bar.max} valueText={bar.text} kind="info" />
  })
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
      <span className={styles.small}>{say('asked', { age: formatAge(failed.askedAt, now, locale) })}</span>
    </p>
  )
}
