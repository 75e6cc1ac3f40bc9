import { fieldName, fieldText } from '@foyer/patients'
import { useSite } from '../../../app/site.ts'
import { formatDateAt } from '../../../ui/index.ts'
import { bornOn } from '../person-text.ts'
import styles from '../worklist/worklist.module.css'
import { policyText } from './policy-text.ts'
import type { Proposal } from './use-decide.ts'
import { useWords } from './use-words.ts'

/** The field, what stands here and what the feed says. */
export function ProposalFacts({ of }: { readonly of: Proposal }) {
  const { say, locale } = useWords()
  const reading = { locale, day: (date: string) => bornOn(date, locale) }
  const value = (text: string | null) => fieldText(of.field, text, reading) ?? say('nothing')
  const received = formatDateAt(of.receivedAt, useSite().timeZone, locale)
  return (
    <div className={styles.line}>
      <b>{fieldName(of.field, locale)}</b>
      <dl className={styles.words}>
        <div>
          <dt>{say('here')}</dt>
          <dd>{value(of.current)}</dd>
        </div>
        <div>
          <dt>{say('there', { source: of.source, date: received })}</dt>
          <dd>{of.policy ? policyText(of.policy, { say, day: reading.day }) : value(of.proposed)}</dd>
        </div>
      </dl>
    </div>
  )
}
