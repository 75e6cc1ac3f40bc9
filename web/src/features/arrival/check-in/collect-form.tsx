import { arrival, patients, payments } from '@foyer/contract'
import { useEffect, useRef, useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import {
  Button,
  FieldGroup,
  type FormFault,
  FormLayout,
  formatCents,
  MoneyField,
  RadioGroup,
  TextField,
  useShortcuts,
} from '../../../ui/index.ts'
import { problemText } from '../refusal-text.ts'
import { useWords } from '../use-words.ts'
import type { CheckIn } from '../visit.ts'
import { changeOf } from './change.ts'
import styles from './check-in.module.css'
import { collectFault } from './collect-fault.ts'

export interface CollectFormProps {
  readonly checkIn: CheckIn
  /** Cents still due; null where nothing is, and something may be taken. */
  readonly due: number | null
  readonly onCollected: (paymentId: string) => void
  readonly announce: (text: string) => void
}

export function CollectForm({ checkIn, due, onCollected, announce }: CollectFormProps) {
  const words = useWords()
  const { say, locale } = words
  const form = useRef<HTMLDivElement>(null)
  const { act, isPending } = useAct(payments.collectPayment)
  const [method, setMethod] = useState<'cash' | 'card'>('cash')
  const [amount, setAmount] = useState<number | null>(due)
  const [tendered, setTendered] = useState<number | null>(null)
  const [last4, setLast4] = useState('')
  const [faults, setFaults] = useState<readonly FormFault[]>([])
  const money = (cents: number) => formatCents(cents, 'USD', locale)
  const focus = () => form.current?.querySelector<HTMLElement>('input[type=radio]:checked, input[type=radio]')?.focus()
  useShortcuts({ p: { label: say('collectTitle'), run: () => focus() } })

  useSilence()

  const collect = async () => {
    const fault = collectFault({ method, amount, tendered, last4 })
    if (fault || amount === null)
      return setFaults(fault ? [{ field: fault.field, text: say(fault.word, withMoney(fault.cents)) }] : [])
    setFaults([])
    try {
      const result = await act({
        appointmentId: checkIn.visit.appointmentId,
        amountCents: amount,
        method,
        tenderedCents: method === 'cash' ? tendered : null,
        cardLast4: method === 'card' && last4 !== '' ? last4 : null,
      })
      if (!result.ok) {
        const { error } = result
        const cents =
          error.reason === 'more-than-due'
            ? error.dueCents
            : error.reason === 'not-enough-cash'
              ? error.missingCents
              : null
        setFaults([{ text: say(`fault_${error.reason}`, withMoney(cents)) }])
      } else {
        announce(say('collected', { amount: money(result.value.amountCents), number: result.value.receiptNumber }))
        onCollected(result.value.id)
      }
    } catch (error) {
      setFaults([{ text: problemText(error, words) }])
    }
    await refresh(arrival.readCheckIn, arrival.readBoard, patients.readPatient)
  }
  const withMoney = (cents: number | null): Record<string, string> => (cents === null ? {} : { amount: money(cents) })
  const change = method === 'cash' ? changeOf(amount, tendered) : null
  return (
    <div ref={form} className={styles.collect}>
      <FormLayout
        label={say('collectTitle')}
        errors={faults}
        onSubmit={() => void collect()}
        actions={
          <Button type="submit" variant="go" isPending={isPending}>
            {amount === null ? say('collectOpen') : say('collect', { amount: money(amount) })}
          </Button>
        }
      >
        <FieldGroup legend={say('collectTitle')} columns={2}>
          <RadioGroup
            label={say('method')}
            orientation="horizontal"
            options={[
              { id: 'cash', label: say('cash') },
              { id: 'card', label: say('card') },
            ]}
            value={method}
            onChange={setMethod}
          />
          <MoneyField label={say('amount')} value={amount} onChange={setAmount} isRequired />
          {method === 'cash' ? (
            <MoneyField
              label={say('tendered')}
              description={say('tenderedHint')}
              value={tendered}
              onChange={setTendered}
            />
          ) : (
            <TextField
              label={say('cardLast4')}
              description={say('cardLast4Hint')}
              value={last4}
              onChange={(text) => setLast4(text.replace(/\D/g, '').slice(0, 4))}
              inputMode="numeric"
              autoComplete="off"
              isMono
            />
          )}
        </FieldGroup>
        <p role="status" className={styles.change}>
          {change?.what === 'exact' && say('changeExact')}
          {change?.what === 'give-back' && say('changeBack', { amount: money(change.cents) })}
          {change?.what === 'missing' && say('changeMissing', { amount: money(change.cents) })}
        </p>
      </FormLayout>
    </div>
  )
}

/** The fields' last announcements name them by id; once the form is gone those ids lead nowhere. */
function useSilence(): void {
  useEffect(
    () => () => {
      for (const said of document.querySelectorAll('[data-live-announcer] [role=img]')) said.remove()
    },
    [],
  )
}
