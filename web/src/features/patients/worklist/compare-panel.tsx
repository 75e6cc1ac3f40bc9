import { duplicates } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, formatMoment, Notice, Skeleton, useShortcuts } from '../../../ui/index.ts'
import { EvidenceLine } from '../evidence-line.tsx'
import { type Comparison, type Face, otherColumn } from './face.ts'
import { FaceFields } from './face-fields.tsx'
import { SideCard } from './side-card.tsx'
import type { Decisions } from './use-decisions.ts'
import { useWords } from './use-words.ts'
import styles from './worklist.module.css'

export interface ComparePanelProps {
  readonly firstId: string
  readonly secondId: string
  readonly decisions: Decisions
  /** After a decision: what was chosen before it is gone from the list. */
  readonly onDecided: () => void
  readonly takesFocus: boolean
}

export function ComparePanel(props: ComparePanelProps) {
  const { firstId, secondId } = props
  const answer = useAsk(duplicates.readDuplicate, { firstId, secondId })
  return (
    <Answer of={answer} loading={<Skeleton lines={10} />}>
      {(pair) => <Compared key={`${pair.first.version} ${pair.second.version}`} pair={pair} {...props} />}
    </Answer>
  )
}

function Compared({ pair, decisions, onDecided, takesFocus }: ComparePanelProps & { readonly pair: Comparison }) {
  const { say, locale } = useWords()
  const suggested = pair.suggestedSurvivorId === pair.second.id ? 'second' : 'first'
  const [face, setFace] = useState<Face>({ survivor: suggested, fields: {}, contacts: null })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const { isPending, refusal } = decisions
  const decide = async (done: Promise<boolean>) => {
    if (await done) onDecided()
  }
  const merge = () => {
    if (!isPending) void decide(decisions.merge(pair, face))
  }
  const notSame = () => {
    if (!isPending) void decide(decisions.notSame(pair))
  }
  const swap = () => setFace({ ...face, survivor: otherColumn(face.survivor) })
  useShortcuts(
    {
      m: { label: say('merge'), run: merge },
      n: { label: say('notSame'), run: notSame },
      x: { label: say('swap'), run: swap },
    },
    { scope: 'page' },
  )
  return (
    <div className={styles.compare}>
      <h2 ref={heading} tabIndex={-1}>
        {say('and', { first: displayName(pair.first.name), second: displayName(pair.second.name) })}
      </h2>
      {refusal && (
        <Notice kind="bad">
          <p>{refusal.text}</p>
          {refusal.visits.length > 0 && (
            <ul>
              {refusal.visits.map(({ appointmentId, start, timeZone }) => (
                <li key={appointmentId}>{formatMoment(start, timeZone, locale)}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <ul className={styles.evidence}>
        {pair.evidence.map(({ field, outcome }) => (
          <EvidenceLine key={`${field} ${outcome}`} field={field} outcome={outcome} />
        ))}
      </ul>
      <div className={styles.sides} role="radiogroup" aria-label={say('goesOn')}>
        {(['first', 'second'] as const).map((column) => (
          <SideCard
            key={column}
            column={column}
            side={pair[column]}
            goesOn={face.survivor === column}
            onGoesOn={() => setFace({ ...face, survivor: column })}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button variant="go" shortcut="M" onPress={merge} isPending={isPending}>
          {say('merge')}
        </Button>
        <Button shortcut="N" onPress={notSame} isPending={isPending}>
          {say('notSame')}
        </Button>
        <Button variant="quiet" shortcut="X" onPress={swap}>
          {say('swap')}
        </Button>
      </div>
      <FaceFields pair={pair} face={face} onChange={setFace} />
    </div>
  )
}
