import { Plus, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button, IconButton, TimeField } from '../../../ui/index.ts'
import { EndTimeField } from '../end-time-field.tsx'
import { useWords } from '../use-words.ts'
import { nextSpan, type SpanDraft } from './week.ts'
import styles from './week-editor.module.css'

export interface DayHoursProps {
  readonly name: string
  readonly day: readonly SpanDraft[]
  readonly onChange: (day: readonly SpanDraft[]) => void
  readonly onCopy: () => void
  readonly fault: string | undefined
}

export function DayHours({ name, day, onChange, onCopy, fault }: DayHoursProps) {
  const { say } = useWords()
  const faultId = useId()
  const addButton = useRef<HTMLButtonElement>(null)
  const [added, setAdded] = useState<number | null>(null)
  const change = (key: number, part: Partial<SpanDraft>) =>
    onChange(day.map((span) => (span.key === key ? { ...span, ...part } : span)))
  const add = () => {
    const span = nextSpan(day)
    setAdded(span.key)
    onChange([...day, span])
  }
  const remove = (key: number) => {
    onChange(day.filter((span) => span.key !== key))
    addButton.current?.focus()
  }
  return (
    <fieldset className={styles.day} aria-describedby={fault === undefined ? undefined : faultId}>
      <legend className={styles.name}>{name}</legend>
      <div className={styles.spans}>
        {day.length === 0 && <p className={styles.closed}>{say('closedDay')}</p>}
        {day.map(({ key, startMinute, endMinute }) => (
          <div key={key} className={styles.span}>
            <TimeField
              label={say('from')}
              value={startMinute}
              onChange={(minute) => change(key, { startMinute: minute })}
              autoFocus={key === added}
            />
            <EndTimeField
              label={say('to')}
              value={endMinute}
              onChange={(minute) => change(key, { endMinute: minute })}
            />
            <IconButton icon={X} size="sm" label={say('removeHours')} onPress={() => remove(key)} />
          </div>
        ))}
        {fault !== undefined && (
          <p id={faultId} className={styles.fault}>
            <span aria-hidden>✕ </span>
            {fault}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Button ref={addButton} size="sm" icon={Plus} aria-label={say('addHoursOn', { day: name })} onPress={add}>
          {say('addHours')}
        </Button>
        {day.length > 0 && (
          <Button size="sm" variant="quiet" aria-label={say('copyToWeekdaysFrom', { day: name })} onPress={onCopy}>
            {say('copyToWeekdays')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
