import { eligibility } from '@foyer/contract'
import { useState } from 'react'
import { useAct, useAsk, refresh } from '../../../app/ask.ts'
import { useSite } from '../../../app/site.ts'
import { Answer } from '../../../app/states.tsx'
import { formatCents, Panel, showToast, Signal, useShortcuts } from '../../../ui/index.ts'
import { AskAllTheSame } from '../restriction/ask-all-the-same.tsx'
import { RestrictionLine } from '../restriction/restriction-line.tsx'
import type { Restriction } from '../restriction/use-words.ts'
import { AnswerCard } from './answer-card.tsx'
import { askRefusal } from './ask-refusal.ts'
import styles from './card.module.css'
import { DiscoveryLines } from './discovery-lines.tsx'
import type { Cards } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface CoverageAnswersProps {
  readonly patientId: string
  /** For which visit; without one, for today. */
  readonly appointmentId?: string | undefined
  /** Why it is asked when somebody presses. */
  readonly reason?: 'by-hand' | 'check-in'
  /** The letter that asks the first payer. */
  readonly shortcut?: string
}

/** What the payers last said of a person, policy by policy. It refreshes by itself when an answer comes. */
export function CoverageAnswers({ patientId, appointmentId, reason = 'by-hand', shortcut }: CoverageAnswersProps) {
  const language = useWords().locale
  const asked = useAsk(eligibility.readCoverageCards, {
    patientId,
    language,
    ...(appointmentId !== undefined && { appointmentId }),
  })
  return <Answer of={asked}>{(data) => <Parts of={data} {...{ patientId, appointmentId, reason, shortcut }} />}</Answer>
}

type PartsProps = CoverageAnswersProps & { readonly of: Cards }

function Parts({ of, patientId, appointmentId, reason = 'by-hand', shortcut }: PartsProps) {
  const { say } = useWords()
  const site = useSite()
  const { act, isPending } = useAct(eligibility.askPayer)
  const { cards, collect, can } = of
  const [kept, setKept] = useState<{ readonly coverageId: string; readonly by: Restriction } | null>(null)
  const ask = async (coverageId: string, despiteRestriction = false): Promise<void> => {
    try {
      const asked = { patientId, coverageId, reason, appointmentId: appointmentId ?? null, despiteRestriction }
      const result = await act(asked)
      const refusal = result.ok ? null : result.error
      if (refusal?.reason === 'restricted-by-patient') return setKept({ coverageId, by: refusal.restriction })
      setKept(null)
      showToast(
        refusal === null
          ? { text: say('asksSent'), kind: 'ok' }
          : { text: askRefusal(refusal, site.timeZone, say), kind: 'warn' },
      )
      await refresh(eligibility.readCoverageCards, eligibility.listChecks)
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  const first = cards.find(({ cannotAsk, pending }) => cannotAsk.length === 0 && pending === null)
  useShortcuts(
    {
      [shortcut ?? 'q']: {
        label: say('ask'),
        run: () => {
          if (first) void ask(first.coverageId)
        },
      },
    },
    { isEnabled: shortcut !== undefined && first !== undefined && can.ask },
  )
  return (
    <Panel title={say('title')}>
      {of.restriction && <RestrictionLine restriction={of.restriction} />}
      {collect && <CollectLine collect={collect} />}
      {cards.length === 0 && <p className={styles.small}>{say('none')}</p>}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <li key={card.coverageId}>
            <AnswerCard
              card={card}
              date={of.date}
              patientId={patientId}
              isAsking={isPending}
              onAsk={can.ask ? () => void ask(card.coverageId) : undefined}
              canReadRaw={can.raw}
              shortcut={card === first ? shortcut : undefined}
            />
          </li>
        ))}
      </ul>
      {can.discover && <DiscoveryLines patientId={patientId} of={of} />}
      {kept && (
        <AskAllTheSame
          restriction={kept.by}
          isPending={isPending}
          onAsk={() => void ask(kept.coverageId, true)}
          onClose={() => setKept(null)}
        />
      )}
    </Panel>
  )
}

function CollectLine({ collect }: { readonly collect: NonNullable<Cards['collect']> }) {
  const { say, locale } = useWords()
  const { lowCents, highCents, because } = collect
  const [low, high] = [lowCents, highCents].map((cents) => formatCents(cents, 'USD', locale))
  return (
    <p className={styles.collect}>
      <span>{say('collect')}</span>
      <b className={styles.amount}>
        {lowCents === highCents ? low : say('collectBetween', { low: low ?? '', high: high ?? '' })}
      </b>
      {because === 'payer-unclear' ? (
        <Signal kind="warn">{say(`collect_${because}`)}</Signal>
      ) : (
        <span className={styles.small}>{say(`collect_${because}`)}</span>
      )}
    </p>
  )
}
