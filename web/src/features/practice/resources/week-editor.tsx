import { useState } from 'react'
import { FieldGroup } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { DayHours } from './day-hours.tsx'
import { copyToWeekdays, type HoursFault, type WeekDraft, withDay } from './week.ts'
import styles from './week-editor.module.css'
import { weekdayName } from './weekday-names.ts'

export interface WeekEditorProps {
  readonly week: WeekDraft
  readonly onChange: (week: WeekDraft) => void
  /** By weekday, 1 to 7. */
  readonly faults: ReadonlyMap<number, HoursFault>
  /** The city of the site's clock. */
  readonly city: string
}

export function WeekEditor({ week, onChange, faults, city }: WeekEditorProps) {
  const { say, locale } = useWords()
  const [told, setTold] = useState('')
  const copy = (index: number, name: string) => {
    onChange(copyToWeekdays(week, index))
    setTold(say('copiedToWeekdays', { day: name }))
  }
  return (
    <FieldGroup legend={say('weeklyHours')} description={say('weeklyHoursHelp', { city })}>
      <div className={styles.week}>
        {week.map((day, index) => {
          const name = weekdayName(index + 1, locale, 'long')
          const fault = faults.get(index + 1)
          return (
            <DayHours
              key={name}
              name={name}
              day={day}
              onChange={(next) => {
                onChange(withDay(week, index, next))
                setTold('')
              }}
              onCopy={() => copy(index, name)}
              fault={fault && say(fault)}
            />
          )
        })}
      </div>
      <p role="status" className={styles.told}>
        {told}
      </p>
    </FieldGroup>
  )
}
