import { Temporal } from '@foyer/kernel'
import { Button } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { hoursOn, timesText } from '../resources/week.ts'
import type { Hours } from '../shapes.ts'
import { useWords } from '../use-words.ts'

export interface DayChoiceProps {
  readonly hours: readonly Hours[]
  readonly date: string
  readonly onChoose: (startMinute: number, endMinute: number) => void
}

/** What the day has, and the two lengths that are asked for most. */
export function DayChoice({ hours, date, onChoose }: DayChoiceProps) {
  const { say } = useWords()
  const spans = hoursOn(hours, Temporal.PlainDate.from(date).dayOfWeek)
  const first = spans[0]
  return (
    <div className={page.actions}>
      <span className={page.small}>
        {first ? say('hoursThatDay', { hours: timesText(spans) }) : say('noHoursThatDay')}
      </span>
      {first && (
        <Button
          size="sm"
          onPress={() => onChoose(first.startMinute, Math.max(...spans.map(({ endMinute }) => endMinute)))}
        >
          {say('useHours')}
        </Button>
      )}
      <Button size="sm" onPress={() => onChoose(0, 1440)}>
        {say('wholeDay')}
      </Button>
    </div>
  )
}
