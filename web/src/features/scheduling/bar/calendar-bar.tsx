import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { type CalendarView, calendarViews } from '../../../app/search-params.ts'
import { Button, IconButton, Segmented, useShortcuts } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import { steppedDate } from '../days/period.ts'
import { useWords } from '../words.ts'
import { useTitle } from './use-title.ts'

type CalendarBarProps = {
  readonly view: CalendarView
  readonly date: string
  readonly today: string
  readonly onView: (view: CalendarView) => void
  readonly onDate: (date: string) => void
  readonly children?: ReactNode
}

const stepWords = {
  day: ['previousDay', 'nextDay'],
  list: ['previousDay', 'nextDay'],
  week: ['previousWeek', 'nextWeek'],
  month: ['previousMonth', 'nextMonth'],
} as const
const showWords = { day: 'showDay', week: 'showWeek', month: 'showMonth', list: 'showList' } as const

export function CalendarBar({ view, date, today, onView, onDate, children }: CalendarBarProps) {
  const { say } = useWords()
  const title = useTitle(view, date)
  const [before, after] = stepWords[view]
  const previous = { label: say(before), run: () => onDate(steppedDate(view, date, -1)) }
  const next = { label: say(after), run: () => onDate(steppedDate(view, date, 1)) }
  useShortcuts({
    t: { label: say('today'), run: () => onDate(today) },
    '[': previous,
    ']': next,
    ArrowLeft: previous,
    ArrowRight: next,
    ...Object.fromEntries(
      calendarViews.map((one) => [`v ${one[0]}`, { label: say(showWords[one]), run: () => onView(one) }]),
    ),
  })
  return (
    <header className={styles.bar}>
      <h2 aria-live="polite">{title}</h2>
      <IconButton
        icon={ChevronLeft}
        label={previous.label}
        shortcut="["
        size="sm"
        variant="plain"
        onPress={previous.run}
      />
      <Button size="sm" shortcut="t" onPress={() => onDate(today)}>
        {say('today')}
      </Button>
      <IconButton icon={ChevronRight} label={next.label} shortcut="]" size="sm" variant="plain" onPress={next.run} />
      <span className={styles.space} />
      <Segmented
        label={say('view')}
        options={calendarViews.map((id) => ({ id, label: say(`view_${id}`) }))}
        value={view}
        onChange={onView}
      />
      {children}
    </header>
  )
}
