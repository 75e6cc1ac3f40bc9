import { useRef, useState } from 'react'
import { useMay } from '../../../app/session.ts'
import { Segmented } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { weekdayName } from '../resources/weekday-names.ts'
import { useWords } from '../use-words.ts'
import { DayActions } from './day-actions.tsx'
import { copyDay, type Fault, freeSpan, paint, type Painted, type Span, type Weeks } from './model.ts'
import { PaintWeek } from './paint-week.tsx'
import { SessionFields } from './session-fields.tsx'
import { sessionText } from './session-text.ts'
import styles from './template.module.css'

export interface PaintBoardProps {
  readonly sessions: readonly Painted[]
  readonly onChange: (sessions: readonly Painted[]) => void
  readonly from: string
  readonly faults: readonly Fault[]
  /** Visits side by side in the ordinary way. */
  readonly lanes: number
}

/** The week on the left, what is chosen on it on the right. */
export function PaintBoard({ sessions, onChange, from, faults, lanes }: PaintBoardProps) {
  const { say, locale } = useWords()
  const mayChange = useMay('practice.change')
  const [kind, setKind] = useState<'open' | 'break'>('open')
  const [weeks, setWeeks] = useState<Weeks>('every')
  const [chosen, setChosen] = useState<number | null>(null)
  const [weekday, setWeekday] = useState(1)
  const [told, setTold] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  const board = useRef<HTMLDivElement>(null)
  const session = sessions.find(({ key }) => key === chosen)
  const dayName = (day: number) => weekdayName(day, locale, 'long')

  const toPanel = () =>
    requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('[role=spinbutton], input, button')?.focus())
  const paintSpan = (span: Span, isByKey: boolean) => {
    const done = paint(sessions, span, { kind, weeks }, from)
    onChange(done.sessions)
    setChosen(done.key)
    setTold(say('painted', { text: sessionText(say, { ...span, kind }, dayName(span.weekday)) }))
    if (isByKey) toPanel()
  }
  const remove = (key: number) => {
    const gone = sessions.find((one) => one.key === key)
    onChange(sessions.filter((one) => one.key !== key))
    setChosen(null)
    if (gone) setTold(say('removedSession', { text: sessionText(say, gone, dayName(gone.weekday)) }))
    board.current?.focus()
  }
  return (
    <div className={styles.board}>
      <div className={styles.main}>
        {mayChange && (
          <div className={page.actions}>
            <Segmented
              label={say('paintKind')}
              options={[
                { id: 'open', label: say('paint_open') },
                { id: 'break', label: say('paint_break') },
              ]}
              value={kind}
              onChange={setKind}
            />
            <Segmented
              label={say('paintWeeks')}
              options={[
                { id: 'every', label: say('weeks_every') },
                { id: 'a', label: say('weeks_a') },
                { id: 'b', label: say('weeks_b') },
              ]}
              value={weeks}
              onChange={setWeeks}
            />
          </div>
        )}
        <PaintWeek
          boardRef={board}
          sessions={sessions}
          from={from}
          faults={faults}
          chosen={chosen}
          isReadOnly={!mayChange}
          onDay={setWeekday}
          onChoose={(key, isByKey) => {
            setChosen(key)
            if (isByKey && key !== null) toPanel()
          }}
          onPaint={paintSpan}
          onRemove={remove}
        />
        <p role="status" className={page.small}>
          {told}
        </p>
      </div>
      <div ref={panel} className={styles.panel}>
        {session ? (
          <SessionFields
            key={session.key}
            session={session}
            from={from}
            lanes={lanes}
            isReadOnly={!mayChange}
            fault={faults.find(({ key }) => key === session.key)?.problem}
            onChange={(next) => onChange(sessions.map((one) => (one.key === next.key ? next : one)))}
            onRemove={() => remove(session.key)}
            onDone={() => board.current?.focus()}
          />
        ) : (
          <DayActions
            weekday={weekday}
            onWeekday={setWeekday}
            sessions={sessions}
            isReadOnly={!mayChange}
            onChoose={(key) => {
              setChosen(key)
              toPanel()
            }}
            onAdd={() => paintSpan(freeSpan(sessions, weekday), true)}
            onCopy={(days) => {
              onChange(copyDay(sessions, weekday, days))
              setTold(say('copiedDay', { day: dayName(weekday), count: days.length }))
            }}
          />
        )}
      </div>
    </div>
  )
}
