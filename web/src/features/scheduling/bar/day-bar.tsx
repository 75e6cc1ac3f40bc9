import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Temporal } from '@foyer/kernel'
import { Button, Checkbox, formatDay, IconButton, Popover, useShortcuts } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import type { ResourceKind } from '../shapes.ts'
import { kinds } from '../columns/shown-columns.ts'
import { listText } from '../wish/wish-words.ts'
import { useWords } from '../words.ts'

type DayBarProps = {
  readonly date: string
  readonly today: string
  readonly onDate: (date: string) => void
  readonly shown: readonly ResourceKind[]
  readonly onShown: (kinds: readonly ResourceKind[]) => void
}

export function DayBar({ date, today, onDate, shown, onShown }: DayBarProps) {
  const { say, locale } = useWords()
  const go = (days: number) => onDate(Temporal.PlainDate.from(date).add({ days }).toString())
  const previous = { label: say('previousDay'), run: () => go(-1) }
  const next = { label: say('nextDay'), run: () => go(1) }
  useShortcuts({
    t: { label: say('today'), run: () => onDate(today) },
    '[': previous,
    ']': next,
    ArrowLeft: previous,
    ArrowRight: next,
  })
  return (
    <header className={styles.bar}>
      <h2 aria-live="polite">{formatDay(date, locale)}</h2>
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
      <ColumnChoice shown={shown} onShown={onShown} />
    </header>
  )
}

function ColumnChoice({ shown, onShown }: Pick<DayBarProps, 'shown' | 'onShown'>) {
  const { say, locale } = useWords()
  const listed = listText(
    kinds.filter((kind) => shown.includes(kind)).map((kind) => say(`kind_${kind}`)),
    locale,
    'conjunction',
  )
  const trigger = <Button size="sm">{say('columnsOf', { kinds: listed || '–' })}</Button>
  return (
    <Popover trigger={trigger} label={say('columns')} placement="bottom end">
      <div className={styles.columnChoice}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            isSelected={shown.includes(kind)}
            onChange={(isOn) => onShown(kinds.filter((one) => (one === kind ? isOn : shown.includes(one))))}
          >
            {say(`oneKind_${kind}`)}
          </Checkbox>
        ))}
      </div>
    </Popover>
  )
}
