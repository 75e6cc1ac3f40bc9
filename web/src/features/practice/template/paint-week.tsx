import { type KeyboardEvent, type PointerEvent, type RefObject, useId, useState } from 'react'
import { classNames, formatMinutes, VisuallyHidden } from '../../../ui/index.ts'
import { weekdayName } from '../resources/weekday-names.ts'
import { useWords } from '../use-words.ts'
import { coveredShare, type Fault, frameOf, type Painted, sessionAt, type Span, weeksOf } from './model.ts'
import { sessionText, shortText } from './session-text.ts'
import styles from './template.module.css'

export interface PaintWeekProps {
  readonly boardRef: RefObject<HTMLDivElement | null>
  readonly sessions: readonly Painted[]
  readonly from: string
  readonly faults: readonly Fault[]
  readonly chosen: number | null
  readonly isReadOnly: boolean
  readonly onDay: (weekday: number) => void
  readonly onChoose: (key: number | null, isByKey: boolean) => void
  readonly onPaint: (span: Span, isByKey: boolean) => void
  readonly onRemove: (key: number) => void
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** Keys move by half an hour; the pointer paints to ten minutes. */
const step = 30
const fine = 10

/** On a phone a label as long as this takes runs downwards. */
const tallMinutes = 90

interface Cursor {
  readonly weekday: number
  readonly minute: number
  /** Where the marked time ends; the cursor alone where it is null. */
  readonly mark: number | null
}

/** The week as something to paint on: by pointer, or with the arrows, Shift and Enter. */
export function PaintWeek(props: PaintWeekProps) {
  const { boardRef, sessions, from, faults, chosen, isReadOnly, onDay, onChoose, onPaint, onRemove } = props
  const { say, locale } = useWords()
  const helpId = useId()
  const frame = frameOf(sessions)
  const [cursor, setCursor] = useState<Cursor>({ weekday: 1, minute: 480, mark: null })
  const [drag, setDrag] = useState<(Span & { readonly start: number }) | null>(null)
  const [hasFocus, setFocus] = useState(false)
  const dayName = (weekday: number, style: 'long' | 'short' = 'long') => weekdayName(weekday, locale, style)
  const under = sessionAt(sessions, cursor.weekday, cursor.minute)
  const marked: Span = {
    weekday: cursor.weekday,
    startMinute: cursor.mark === null ? cursor.minute : Math.min(cursor.minute, cursor.mark),
    endMinute: cursor.mark === null ? cursor.minute + step : Math.max(cursor.minute, cursor.mark) + step,
  }
  const within = (minute: number) => Math.max(0, Math.min(1440 - step, minute))

  const move = (weekday: number, minute: number, isExtending: boolean) => {
    const mark = isExtending ? (cursor.mark ?? cursor.minute) : null
    setCursor({ weekday, minute: within(minute), mark })
    if (weekday !== cursor.weekday) onDay(weekday)
  }
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowUp: (event) => move(cursor.weekday, cursor.minute - step, event.shiftKey),
    ArrowDown: (event) => move(cursor.weekday, cursor.minute + step, event.shiftKey),
    ArrowLeft: () => move(Math.max(1, cursor.weekday - 1), cursor.minute, false),
    ArrowRight: () => move(Math.min(7, cursor.weekday + 1), cursor.minute, false),
    Home: () => move(1, cursor.minute, false),
    End: () => move(7, cursor.minute, false),
    Enter: () => {
      if (cursor.mark === null && under) onChoose(under.key, true)
      else if (!isReadOnly) onPaint(marked, true)
      setCursor({ ...cursor, mark: null })
    },
    Delete: () => !isReadOnly && under && onRemove(under.key),
    Backspace: () => !isReadOnly && under && onRemove(under.key),
    Escape: () => setCursor({ ...cursor, mark: null }),
  }

  const minuteAt = (event: PointerEvent<HTMLElement>): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const exact = frame.from + ((event.clientY - top) / height) * (frame.to - frame.from)
    return Math.max(0, Math.min(1440, Math.round(exact / fine) * fine))
  }
  const beginDrag = (weekday: number, event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const minute = minuteAt(event)
    setCursor({ weekday, minute: within(Math.floor(minute / step) * step), mark: null })
    onDay(weekday)
    if (isReadOnly || event.pointerType === 'touch') return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ weekday, start: minute, startMinute: minute, endMinute: minute })
  }
  const moveDrag = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return
    const minute = minuteAt(event)
    setDrag({ ...drag, startMinute: Math.min(drag.start, minute), endMinute: Math.max(drag.start, minute) })
  }
  /** A press without a way is a choice of what lies there. */
  const endDrag = (weekday: number, event: PointerEvent<HTMLElement>) => {
    const minute = minuteAt(event)
    const isDrawn = drag !== null && drag.endMinute - drag.startMinute >= fine
    setDrag(null)
    if (isDrawn) onPaint({ weekday, startMinute: drag.startMinute, endMinute: drag.endMinute }, false)
    else onChoose(sessionAt(sessions, weekday, minute)?.key ?? null, false)
  }
  const place = ({ startMinute, endMinute }: Pick<Span, 'startMinute' | 'endMinute'>) => {
    const length = frame.to - frame.from
    return {
      insetBlockStart: `${((startMinute - frame.from) / length) * 100}%`,
      blockSize: `${((endMinute - startMinute) / length) * 100}%`,
    }
  }
  const hours = Array.from({ length: (frame.to - frame.from) / 60 }, (_, index) => frame.from + index * 60)
  const spoken =
    cursor.mark === null && under
      ? sessionText(say, under, dayName(cursor.weekday))
      : say('cursorAt', {
          day: dayName(cursor.weekday),
          from: formatMinutes(marked.startMinute),
          to: formatMinutes(marked.endMinute),
        })
  return (
    <>
      <p id={helpId} className={styles.help}>
        {isReadOnly ? say('paintHelpReadOnly') : say('paintHelp')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- role application: its keys paint */}
      <div
        ref={boardRef}
        role="application"
        aria-label={say('paintLabel')}
        aria-describedby={helpId}
        tabIndex={0}
        className={styles.week}
        onKeyDown={(event) => {
          const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
          if (!run) return
          event.preventDefault()
          event.stopPropagation()
          run(event)
        }}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
      >
        <VisuallyHidden>
          <span aria-live="polite">{hasFocus ? spoken : ''}</span>
        </VisuallyHidden>
        <div className={styles.axis} aria-hidden>
          {hours.map((minute) => (
            <span
              key={minute}
              style={{ insetBlockStart: place({ startMinute: minute, endMinute: minute }).insetBlockStart }}
            >
              {formatMinutes(minute)}
            </span>
          ))}
        </div>
        {weekdays.map((weekday) => (
          <div key={weekday} className={styles.day} aria-hidden>
            <span className={classNames(styles.dayName, weekday === cursor.weekday && styles.now)}>
              {dayName(weekday, 'short')}
            </span>
            <div
              className={styles.track}
              style={{ backgroundSize: `100% ${100 / hours.length}%` }}
              onPointerDown={(event) => beginDrag(weekday, event)}
              onPointerMove={moveDrag}
              onPointerUp={(event) => endDrag(weekday, event)}
              onPointerCancel={() => setDrag(null)}
            >
              {sessions
                .filter((one) => one.weekday === weekday)
                .map((one) => (
                  <span
                    key={one.key}
                    className={styles.session}
                    data-kind={one.kind ?? 'open'}
                    data-weeks={weeksOf(one, from)}
                    data-special={one.visitTypeIds || one.walkIn ? '' : undefined}
                    data-chosen={one.key === chosen ? '' : undefined}
                    data-fault={faults.some(({ key }) => key === one.key) ? '' : undefined}
                    data-tall={one.endMinute - one.startMinute >= tallMinutes ? '' : undefined}
                    style={place(one)}
                  >
                    <span className={styles.covered} style={{ blockSize: `${coveredShare(one, sessions) * 100}%` }} />
                    <span className={styles.label}>{shortText(say, one)}</span>
                  </span>
                ))}
              {drag?.weekday === weekday && <span className={styles.drag} style={place(drag)} />}
              {hasFocus && cursor.weekday === weekday && !drag && (
                <span className={styles.cursor} style={place(marked)} />
              )}
            </div>
          </div>
        ))}
      </div>
    </>
  )
}
