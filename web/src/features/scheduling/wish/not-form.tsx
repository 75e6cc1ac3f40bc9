import { useState } from 'react'
import { Button, DateField } from '../../../ui/index.ts'
import { useWords } from '../words.ts'
import type { RuledOut } from './wish.ts'
import styles from './wish.module.css'

type NotFormProps = { readonly today: string; readonly onDone: (one: RuledOut) => void }

/** Dates that do not suit; with one of them, that day. */
export function NotForm({ today, onDone }: NotFormProps) {
  const { say } = useWords()
  const [first, setFirst] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  const isBackwards = first !== null && last !== null && last < first
  return (
    <form
      className={styles.dates}
      onSubmit={(event) => {
        event.preventDefault()
        if (first && !isBackwards) onDone({ from: first, to: last ?? first })
      }}
    >
      <DateField label={say('wishNotOn')} value={first} onChange={setFirst} minValue={today} />
      <DateField
        label={say('to')}
        value={last}
        onChange={setLast}
        minValue={today}
        {...(isBackwards ? { errorMessage: say('datesBackwardsText') } : {})}
      />
      <Button type="submit" size="sm" isDisabled={!first || isBackwards}>
        {say('wishNotDo')}
      </Button>
    </form>
  )
}
