import { useState } from 'react'
import { useLocale } from '../../../app/catalog.ts'
import { Button, Checkbox, DateField, NumberField, Select } from '../../../ui/index.ts'
import { useWords } from '../words.ts'
import { mostCount, type Repeat } from './repeat.ts'
import { draftOf, type RepeatDraft, repeatOf } from './repeat-draft.ts'
import { weekOfMonthText, weeksOfMonth } from './repeat-text.ts'
import styles from './wish.module.css'
import { weekdayName } from './wish-words.ts'

type RepeatFormProps = {
  readonly repeat: Repeat
  readonly today: string
  /** Null: it does not come back. */
  readonly onDone: (repeat: Repeat | null) => void
}

type PartProps = { readonly draft: RepeatDraft; readonly put: (part: Partial<RepeatDraft>) => void }

const weekdays = [1, 2, 3, 4, 5, 6, 7]
const mostEvery = 52

export function RepeatForm({ repeat, today, onDone }: RepeatFormProps) {
  const { say } = useWords()
  const [draft, setDraft] = useState(() => draftOf(repeat))
  const put = (part: Partial<RepeatDraft>) => setDraft({ ...draft, ...part })
  const chosen = repeatOf(draft, today)
  return (
    <form
      className={styles.repeat}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) onDone(chosen)
      }}
    >
      <NumberField
        label={say('repeatEvery')}
        value={draft.every}
        onChange={(every) => put({ every })}
        minValue={1}
        maxValue={mostEvery}
        autoFocus
      />
      <Select
        label={say('repeatUnit')}
        options={[
          { id: 'day', label: say('repeatUnitDay') },
          { id: 'week', label: say('repeatUnitWeek') },
          { id: 'month', label: say('repeatUnitMonth') },
        ]}
        value={draft.unit}
        onChange={(unit) => put({ unit })}
      />
      {draft.unit === 'week' && <WeekdayBoxes draft={draft} put={put} />}
      {draft.unit === 'month' && <MonthFields draft={draft} put={put} />}
      <Select
        label={say('repeatEnds')}
        options={[
          { id: 'count', label: say('repeatEndsCount') },
          { id: 'until', label: say('repeatEndsUntil') },
        ]}
        value={draft.ends}
        onChange={(ends) => put({ ends })}
      />
      {draft.ends === 'count' ? (
        <NumberField
          label={say('repeatCount')}
          value={draft.count}
          onChange={(count) => put({ count })}
          minValue={1}
          maxValue={mostCount}
        />
      ) : (
        <DateField
          label={say('repeatLast')}
          value={draft.until}
          onChange={(until) => put({ until })}
          minValue={today}
        />
      )}
      <div className={styles.repeatActions}>
        <Button type="submit" size="sm" variant="go" isDisabled={chosen === null}>
          {say('repeatUse')}
        </Button>
        <Button size="sm" variant="quiet" onPress={() => onDone(null)}>
          {say('repeatNot')}
        </Button>
      </div>
    </form>
  )
}

function WeekdayBoxes({ draft, put }: PartProps) {
  const { say } = useWords()
  const locale = useLocale()
  return (
    <fieldset className={styles.repeatDays}>
      <legend>{say('repeatDays')}</legend>
      {weekdays.map((day) => (
        <Checkbox
          key={day}
          isSelected={draft.weekdays.includes(day)}
          onChange={(isOn) =>
            put({ weekdays: isOn ? [...draft.weekdays, day] : draft.weekdays.filter((other) => other !== day) })
          }
        >
          {weekdayName(day, locale)}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function MonthFields({ draft, put }: PartProps) {
  const { say } = useWords()
  const locale = useLocale()
  return (
    <>
      <Select
        label={say('repeatMonthDay')}
        options={[
          { id: 'first', label: say('repeatMonthFirst') },
          { id: 'weekday', label: say('repeatMonthWeekday') },
          { id: 'date', label: say('repeatMonthDate') },
          { id: 'nth', label: say('repeatMonthNth') },
        ]}
        value={draft.month}
        onChange={(month) => put({ month })}
      />
      {draft.month === 'date' && (
        <NumberField
          label={say('repeatDate')}
          value={draft.day}
          onChange={(day) => put({ day })}
          minValue={1}
          maxValue={31}
        />
      )}
      {draft.month === 'nth' && (
        <>
          <Select
            label={say('repeatWhich')}
            options={weeksOfMonth.map((week) => ({ id: String(week), label: weekOfMonthText(week, say) }))}
            value={String(draft.week)}
            onChange={(week) => put({ week: Number(week) })}
          />
          <Select
            label={say('repeatWeekday')}
            options={weekdays.map((day) => ({ id: String(day), label: weekdayName(day, locale) }))}
            value={String(draft.weekday)}
            onChange={(weekday) => put({ weekday: Number(weekday) })}
          />
        </>
      )}
    </>
  )
}
