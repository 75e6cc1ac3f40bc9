import { useState } from 'react'
import { Button, DateField, formatDay } from '../../../ui/index.ts'
import { Chip, ChoiceList } from './chip.tsx'
import { mostWeeks, rangeOf, type When } from './wish.ts'
import styles from './wish.module.css'
import { useWords } from '../words.ts'

const offered = [1, 2, 4, 6, mostWeeks]

type WhenChipProps = { readonly when: When; readonly today: string; readonly onChange: (when: When) => void }

export function WhenChip({ when, today, onChange }: WhenChipProps) {
  const { say, locale } = useWords()
  const range = rangeOf(when, today)
  const values = { from: formatDay(range.from, locale), to: formatDay(range.to, locale) }
  const dates = range.from === range.to ? say('onDate', values) : say('dates', values)
  const value = 'weeks' in when ? say('weeks', { count: when.weeks }) : dates
  const label = say('chipWhen', { value })
  return (
    <Chip label={label} value={value}>
      {(close) => {
        const done = (next: When) => {
          onChange(next)
          close()
        }
        return (
          <>
            <ChoiceList
              label={label}
              choices={offered.map((weeks) => ({ id: String(weeks), label: say('weeks', { count: weeks }) }))}
              chosen={'weeks' in when ? [String(when.weeks)] : []}
              isSingle
              onChange={([weeks]) => weeks && done({ weeks: Number(weeks) })}
            />
            <DatesForm from={range.from} to={range.to} today={today} onDone={done} />
          </>
        )
      }}
    </Chip>
  )
}

type DatesFormProps = {
  readonly from: string
  readonly to: string
  readonly today: string
  readonly onDone: (when: When) => void
}

function DatesForm({ from, to, today, onDone }: DatesFormProps) {
  const { say } = useWords()
  const [first, setFirst] = useState<string | null>(from)
  const [last, setLast] = useState<string | null>(to)
  const isBackwards = first !== null && last !== null && last < first
  return (
    <form
      className={styles.dates}
      onSubmit={(event) => {
        event.preventDefault()
        if (first && last && !isBackwards) onDone({ from: first, to: last })
      }}
    >
      <DateField label={say('from')} value={first} onChange={setFirst} minValue={today} />
      <DateField
        label={say('to')}
        value={last}
        onChange={setLast}
        minValue={today}
        {...(isBackwards ? { errorMessage: say('datesBackwardsText') } : {})}
      />
      <Button type="submit" size="sm" isDisabled={!first || !last || isBackwards}>
        {say('useDates')}
      </Button>
    </form>
  )
}
