import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, Checkbox, Select } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { weekdayName } from '../resources/weekday-names.ts'
import { useWords } from '../use-words.ts'
import type { Painted } from './model.ts'
import { sessionText } from './session-text.ts'
import styles from './template.module.css'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export interface DayActionsProps {
  readonly weekday: number
  readonly onWeekday: (weekday: number) => void
  readonly sessions: readonly Painted[]
  readonly isReadOnly: boolean
  readonly onChoose: (key: number) => void
  readonly onAdd: () => void
  readonly onCopy: (days: readonly number[]) => void
}

/** One day in words: its sessions to choose from, and its copy to others. */
export function DayActions({ weekday, onWeekday, sessions, isReadOnly, onChoose, onAdd, onCopy }: DayActionsProps) {
  const { say, locale } = useWords()
  const [to, setTo] = useState<readonly number[]>([])
  const name = weekdayName(weekday, locale, 'long')
  const here = sessions
    .filter((one) => one.weekday === weekday)
    .toSorted((one, other) => one.startMinute - other.startMinute)
  return (
    <section aria-label={say('dayPanel')} className={page.part}>
      <Select
        label={say('day')}
        options={weekdays.map((day) => ({ id: String(day), label: weekdayName(day, locale, 'long') }))}
        value={String(weekday)}
        onChange={(day) => onWeekday(Number(day))}
      />
      {here.length === 0 && <p className={page.small}>{say('dayEmpty')}</p>}
      {here.length > 0 && (
        <ul className={styles.list}>
          {here.map((one) => (
            <li key={one.key}>
              <Button size="sm" variant="quiet" onPress={() => onChoose(one.key)}>
                {sessionText(say, one, name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <div>
          <Button size="sm" icon={Plus} onPress={onAdd}>
            {say('addSession')}
          </Button>
        </div>
      )}
      {!isReadOnly && here.length > 0 && (
        <fieldset className={styles.copy}>
          <legend>{say('copyDayTo', { day: name })}</legend>
          <div className={styles.days}>
            {weekdays
              .filter((day) => day !== weekday)
              .map((day) => (
                <Checkbox
                  key={day}
                  isSelected={to.includes(day)}
                  onChange={(isOn) => setTo(isOn ? [...to, day] : to.filter((one) => one !== day))}
                >
                  {weekdayName(day, locale, 'short')}
                </Checkbox>
              ))}
          </div>
          <Button size="sm" onPress={() => onCopy(to)} isDisabled={to.filter((day) => day !== weekday).length === 0}>
            {say('copyDay')}
          </Button>
        </fieldset>
      )}
    </section>
  )
}
