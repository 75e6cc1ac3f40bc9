import { Signal } from '../../../ui/index.ts'
import { type Restriction, useRestrictionText, useWords } from './use-words.ts'

/** On the card and at check-in: what the patient keeps from the plan. */
export function RestrictionLine({ restriction }: { readonly restriction: Restriction }) {
  const { say } = useWords()
  const { what, noted } = useRestrictionText()
  return (
    <p>
      <Signal kind="warn">{say('notTold', { what: what(restriction) })}</Signal> {noted(restriction)}
      {restriction.remarks && ` · ${restriction.remarks}`}
    </p>
  )
}
