import { useState } from 'react'
import { formatCents, Price } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import styles from './check-in.module.css'
import { CollectForm } from './collect-form.tsx'
import { PaymentList } from './payment-list.tsx'
import type { StepProps } from './step-props.ts'

/** What is due and why, the form to collect it, and what was collected. */
export function CopayStep({ checkIn, acts }: StepProps) {
  const { say, locale } = useWords()
  const [latest, setLatest] = useState<string | null>(null)
  const { dueCents, paidCents, reason } = checkIn.copay
  const left = dueCents - paidCents
  return (
    <>
      <p className={styles.due}>
        <span hidden={left <= 0}>
          {say('copayDue')} <Price cents={Math.max(0, left)} size="lg" />
        </span>
        <span className={styles.ask}>
          {say(`copayReason_${reason}`)}{' '}
          {paidCents > 0 && say('copayPaid', { amount: formatCents(paidCents, 'USD', locale) })}
        </span>
      </p>
      {left > 0 && !checkIn.can.collect && <p className={styles.ask}>{say('collectNotAllowed')}</p>}
      {left > 0 && checkIn.can.collect && (
        <CollectForm key={left} checkIn={checkIn} left={left} onCollected={setLatest} announce={acts.announce} />
      )}
      <PaymentList checkIn={checkIn} latest={latest} announce={acts.announce} />
    </>
  )
}
