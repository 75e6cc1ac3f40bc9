import { useState } from 'react'
import { formatCents, Price } from '../../../ui/index.ts'
import { useSite } from '../../../app/site.ts'
import { CostPanel } from '../../estimates/index.ts'
import { useWords } from '../use-words.ts'
import styles from './check-in.module.css'
import { CollectForm } from './collect-form.tsx'
import { PaymentList } from './payment-list.tsx'
import type { StepProps } from './step-props.ts'

/** What is due and why, the form to collect it, and what was collected. */
export function CopayStep({ checkIn, acts, date }: StepProps) {
  const { say, locale } = useWords()
  const [latest, setLatest] = useState<string | null>(null)
  const { dueCents, highCents, paidCents, reason, isMadeUp } = checkIn.copay
  // Once the lower of two amounts is paid, the rest up to the higher one can still be taken.
  const left = (paidCents < dueCents ? dueCents : highCents) - paidCents
  const money = (cents: number) => formatCents(cents, 'USD', locale)
  const { id: siteId } = useSite()
  const { patient, visitTypeId, appointmentId } = checkIn.visit
  return (
    <>
      <p className={styles.due}>
        <span hidden={dueCents <= paidCents}>
          {say('copayDue')} <Price cents={Math.max(0, dueCents - paidCents)} size="lg" />
        </span>
        <span className={styles.ask}>
          {say(`copayReason_${reason}`, { low: money(dueCents), high: money(highCents) })}{' '}
          {isMadeUp && `(${say('madeUp')}) `}
          {paidCents > 0 && say('copayPaid', { amount: money(paidCents) })}
        </span>
      </p>
      {left > 0 && !checkIn.can.collect && <p className={styles.ask}>{say('collectNotAllowed')}</p>}
      {left > 0 && checkIn.can.collect && (
        <CollectForm
          key={left}
          checkIn={checkIn}
          due={dueCents > paidCents ? dueCents - paidCents : null}
          onCollected={setLatest}
          announce={acts.announce}
        />
      )}
      <PaymentList checkIn={checkIn} latest={latest} announce={acts.announce} />
      <CostPanel of={{ patientId: patient.id, visitTypeId, siteId, date, appointmentId }} />
    </>
  )
}
