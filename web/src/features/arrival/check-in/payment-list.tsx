import { payments } from '@foyer/contract'
import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../../../app/client.ts'
import { Button, buttonClass, formatCents, formatTime, Signal, useFocusAfter } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import type { CheckIn } from '../visit.ts'
import styles from './check-in.module.css'
import { VoidDialog } from './void-dialog.tsx'

type Payment = CheckIn['payments'][number]

export interface PaymentListProps {
  readonly checkIn: CheckIn
  /** The payment just collected: its receipt takes the focus. */
  readonly latest: string | null
  readonly announce: (text: string) => void
}

export function PaymentList({ checkIn, latest, announce }: PaymentListProps) {
  const { say } = useWords()
  const [voiding, setVoiding] = useState<Payment | null>(null)
  useFocusAfter(voiding !== null, () => document.querySelector<HTMLElement>('[data-payments] a'))
  if (checkIn.payments.length === 0) return null
  return (
    <>
      <ul className={styles.payments} data-payments aria-label={say('payments')}>
        {checkIn.payments.map((payment) => (
          <PaymentLine
            key={payment.id}
            payment={payment}
            checkIn={checkIn}
            isLatest={payment.id === latest}
            onVoid={() => setVoiding(payment)}
          />
        ))}
      </ul>
      {voiding && <VoidDialog payment={voiding} announce={announce} onClose={() => setVoiding(null)} />}
    </>
  )
}

type PaymentLineProps = {
  readonly payment: Payment
  readonly checkIn: CheckIn
  readonly isLatest: boolean
  readonly onVoid: () => void
}

function PaymentLine({ payment, checkIn, isLatest, onVoid }: PaymentLineProps) {
  const { say, locale } = useWords()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isLatest) link.current?.focus()
  }, [isLatest])
  const number = payment.receiptNumber
  const language = checkIn.visit.patient.language.startsWith('es') ? 'es' : 'en'
  return (
    <li className={styles.payment}>
      <span>
        <b>{say('receipt', { number })}</b> {payment.voided && <Signal kind="bad">{say('voided')}</Signal>}
        <span className={styles.ask}>
          {say('paymentLine', {
            amount: formatCents(payment.amountCents, 'USD', locale),
            method: say(payment.method === 'cash' ? 'byCash' : 'byCard'),
            time: formatTime(payment.collectedAt, checkIn.timeZone),
            by: payment.collectedBy,
          })}
        </span>
      </span>
      <span className={styles.actions}>
        <a
          ref={link}
          href={addressOf(payments.readReceipt, { paymentId: payment.id, language })}
          target="_blank"
          rel="noreferrer"
          className={buttonClass({ size: 'sm' })}
          aria-label={say('receiptOpenFor', { number })}
        >
          {say('receiptOpen')}
        </a>
        {checkIn.can.void && !payment.voided && (
          <Button size="sm" variant="quiet" onPress={onVoid} aria-label={say('voidOf', { number })}>
            {say('void')}
          </Button>
        )}
      </span>
    </li>
  )
}
