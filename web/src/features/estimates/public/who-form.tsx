import { estimates } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Button, TextField } from '../../../ui/index.ts'
import styles from './page.module.css'
import type { Known, ShownEstimate } from './shapes.ts'
import type { PageWords } from './words.ts'

export interface WhoFormProps {
  readonly link: Pick<Known, 'organization' | 'token'>
  readonly words: PageWords
  readonly onKnown: (known: Known, estimate: ShownEstimate) => void
  readonly onOver: () => void
}

/** `1961`, `3`, `14` → `1961-03-14`; null where there is no such day. */
function dateOf(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/.test(year.trim())) return null
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

/** One question, before anything is shown. */
export function WhoForm({ link, words, onKnown, onOver }: WhoFormProps) {
  const [month, setMonth] = useState('')
  const [day, setDay] = useState('')
  const [year, setYear] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { act, isPending } = useAct(estimates.readEstimateLink)
  const show = async () => {
    const birthDate = dateOf(year, month, day)
    setFault(birthDate === null ? words.notADate : null)
    if (birthDate === null) return
    try {
      const known = { ...link, birthDate }
      const result = await act(known)
      if (result.ok) return onKnown(known, result.value)
      if (result.error.reason === 'link-over') return onOver()
      setFault(words.wrong(result.error.triesLeft))
    } catch {
      setFault(words.failed)
    }
  }
  const number = { inputMode: 'numeric', autoComplete: 'off' } as const
  return (
    <form
      className={styles.stack}
      aria-labelledby="who"
      onSubmit={(event) => {
        event.preventDefault()
        void show()
      }}
    >
      <h1 id="who">{words.who}</h1>
      <p>{words.whoWhy}</p>
      <div className={styles.date}>
        <TextField label={words.month} value={month} onChange={setMonth} maxLength={2} {...number} />
        <TextField label={words.day} value={day} onChange={setDay} maxLength={2} {...number} />
        <TextField label={words.year} value={year} onChange={setYear} maxLength={4} {...number} />
      </div>
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <Button type="submit" isFull size="lg" variant="go" isPending={isPending}>
        {words.show}
      </Button>
    </form>
  )
}
