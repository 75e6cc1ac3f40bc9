import { payments } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import type { ReactNode } from 'react'
import { addressOf } from '../../app/client.ts'
import { useMay } from '../../app/session.ts'
import { useSite } from '../../app/site.ts'
import { formatBirthDate, formatCents, Panel, Price, Tag } from '../../ui/index.ts'
import styles from './patients.module.css'
import type { PatientRecord } from './shapes.ts'
import { useWords } from './use-words.ts'
import { visitDate, visitWhat } from './visit-text.ts'

const shown = 5

/** The first few lines, the rest behind a word. */
function Lines({ lines }: { readonly lines: readonly ReactNode[] }) {
  const { say } = useWords()
  return (
    <>
      <ul className={styles.lines}>{lines.slice(0, shown)}</ul>
      {lines.length > shown && (
        <details className={styles.more}>
          <summary>{say('showAll', { count: lines.length })}</summary>
          <ul className={styles.lines}>{lines.slice(shown)}</ul>
        </details>
      )}
    </>
  )
}

export function PastPanel({ record }: { readonly record: PatientRecord }) {
  const { say, locale } = useWords()
  return (
    <Panel title={say('past')}>
      {record.past.length === 0 ? (
        <p className={styles.small}>{say('noPast')}</p>
      ) : (
        <Lines
          lines={record.past.map((visit) => (
            <li key={visit.id} className={styles.line}>
              <span className={styles.lineMain}>
                <b>{formatBirthDate(visitDate(visit), locale)}</b> {visitWhat(visit, say, locale)}
              </span>
              {visit.status !== 'checked-out' && (
                <Tag kind={visit.status === 'no-show' ? 'bad' : 'quiet'}>{say(`status_${visit.status}`)}</Tag>
              )}
            </li>
          ))}
        />
      )}
    </Panel>
  )
}

export function HistoryPanel({ record }: { readonly record: PatientRecord }) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  if (record.history.length === 0) return null
  return (
    <Panel title={say('history')}>
      <Lines
        lines={record.history.map((entry) => (
          <li key={entry.id} className={styles.line}>
            <span className={styles.lineMain}>
              <b>{formatBirthDate(dateAt(Temporal.Instant.from(entry.start), timeZone), locale)}</b> {entry.type}
              <span className={styles.small}>
                {[entry.reason, entry.practitioner, entry.where].filter(Boolean).map((fact) => ` · ${fact}`)}
              </span>
            </span>
          </li>
        ))}
      />
    </Panel>
  )
}

export function PaymentsPanel({ record }: { readonly record: PatientRecord }) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const mayRead = useMay('payment.read')
  if (record.payments.length === 0) return null
  return (
    <Panel title={say('payments')}>
      <Lines
        lines={record.payments.map((payment) => (
          <li key={payment.id} className={styles.line}>
            <span className={styles.lineMain}>
              {formatBirthDate(dateAt(Temporal.Instant.from(payment.collectedAt), timeZone), locale)} ·{' '}
              {say(`method_${payment.method}`)} ·{' '}
              {mayRead ? (
                <a
                  href={addressOf(payments.readReceipt, { paymentId: payment.id, language: locale })}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={say('receiptLabel', { number: payment.receiptNumber })}
                >
                  {say('receipt', { number: payment.receiptNumber })}
                </a>
              ) : (
                say('receipt', { number: payment.receiptNumber })
              )}
            </span>
            {payment.voided ? (
              <span>
                <s>{formatCents(payment.amountCents, 'USD', locale)}</s> <Tag kind="quiet">{say('voided')}</Tag>
              </span>
            ) : (
              <Price cents={payment.amountCents} />
            )}
          </li>
        ))}
      />
    </Panel>
  )
}
