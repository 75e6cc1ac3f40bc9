import { Signal } from '../../../ui/index.ts'
import styles from '../card/card.module.css'
import { type Restriction, useRestrictionText, useWords } from './use-words.ts'

/** On the card and at check-in: what the patient keeps from the plan. */
export function RestrictionLine({ restriction }: { readonly restriction: Restriction }) {
  const { say } = useWords()
  const { what, noted } = useRestrictionText()
  return (
    <p className={styles.actions}>
      <Signal kind="warn">{say('notTold', { what: what(restriction) })}</Signal>
      <span className={styles.small}>{[noted(restriction), restriction.remarks].filter(Boolean).join(' · ')}</span>
    </p>
  )
}
