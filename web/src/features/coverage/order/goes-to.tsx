import { coverageOrder } from '@foyer/contract'
import { useAsk } from '../../../app/ask.ts'
import styles from './order.module.css'
import { policyName } from './shapes.ts'
import { useWords } from './use-words.ts'

/** "Goes to: Aetna, then Medicare." Of one policy that stands beside it there is nothing to say. */
export function GoesTo({
  appointmentId,
  isOnlyOne = false,
}: {
  readonly appointmentId: string
  readonly isOnlyOne?: boolean
}) {
  const { say } = useWords()
  const { data } = useAsk(coverageOrder.readVisitCoverages, { appointmentId })
  if (!data) return null
  const names = data.coverages.map(policyName)
  if (isOnlyOne && names.length === 1) return null
  return (
    <p className={styles.quiet}>
      {names.length === 0 ? say('goesToNobody') : say('goesTo', { list: names.join(say('then')) })}
    </p>
  )
}
