import { useFieldNames } from '../../privacy/index.ts'
import styles from '../worklist/worklist.module.css'
import type { Proposal } from './use-decide.ts'
import { useWords } from './use-words.ts'

/** The field, what stands here and what the feed says. */
export function ProposalFacts({ of }: { readonly of: Proposal }) {
  const { say } = useWords()
  const fieldNames = useFieldNames()
  return (
    <span className={styles.line}>
      <b>{fieldNames(of.field)}</b>
      <span className={styles.facts}>{say('here', { value: of.current ?? say('nothing') })}</span>
      <span className={styles.facts}>{say('there', { source: of.source, value: of.proposed ?? say('nothing') })}</span>
    </span>
  )
}
