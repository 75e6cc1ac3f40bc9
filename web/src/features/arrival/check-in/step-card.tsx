import { type ReactNode, useRef } from 'react'
import { classNames, Signal, useKeptFocus } from '../../../ui/index.ts'
import { itemKind, readinessSentence } from '../readiness-sentence.ts'
import { useKindNames } from '../../consents/index.ts'
import { useWords } from '../use-words.ts'
import type { ReadinessItem } from '../visit.ts'
import styles from './check-in.module.css'

export interface StepCardProps {
  readonly item: ReadinessItem
  readonly today: string
  readonly children?: ReactNode
}

/** One step: its name, its state in a word, what it says, and what can be done. */
export function StepCard({ item, today, children }: StepCardProps) {
  const words = useWords()
  const kindNames = useKindNames()
  const { say } = words
  const titleId = `step-${item.code}`
  const place = useRef<HTMLElement>(null)
  // The button that was pressed goes away with what it did, and the step may with it.
  useKeptFocus(place, { outside: 'main' })
  return (
    <li>
      <section
        id={item.code}
        tabIndex={-1}
        ref={place}
        aria-labelledby={titleId}
        className={classNames(styles.step, styles[item.state])}
      >
        <div className={styles.stepHead}>
          <h3 id={titleId}>{say(`title_${item.code}`)}</h3>
          <Signal kind={itemKind(item)}>{say(`state_${item.state}`)}</Signal>
        </div>
        <p className={styles.sentence}>{readinessSentence(item, today, words, kindNames)}</p>
        {children}
      </section>
    </li>
  )
}
