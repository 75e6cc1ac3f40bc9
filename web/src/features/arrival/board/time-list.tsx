import { useEffect, useRef } from 'react'
import { formatTime, SelectableList, Signal, StateMark, type SignalKind } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { type Board, type Status, type Visit, visitName } from '../visit.ts'
import { cardCorners } from './card-facts.ts'
import { cardSignal, nextForRoom } from './card-signal.ts'
import { lineText, rightText, signalText } from './card-words.ts'
import { closedColumns, visitsByTime } from './columns.ts'
import type { FlowBoardProps } from './flow-board.tsx'
import styles from './time-list.module.css'

const statusKinds: Readonly<Record<Status, SignalKind>> = {
  booked: 'quiet',
  arrived: 'info',
  roomed: 'info',
  'with-clinician': 'info',
  'checked-out': 'ok',
  cancelled: 'warn',
  'no-show': 'bad',
}

/** The day as one list, with the state as a word. */
export function TimeList({ board, now, selected, onSelect, onOpen }: FlowBoardProps) {
  const { say } = useWords()
  const next = nextForRoom(board)
  const visits = visitsByTime(board)
  const frame = useStartAt(selected ?? visits.find(({ status }) => !isOver(status))?.appointmentId)
  return (
    <div ref={frame}>
      <SelectableList<Visit>
        label={say('byTime')}
        items={visits}
        getKey={(visit) => visit.appointmentId}
        getText={(visit) => `${formatTime(visit.start, board.timeZone)} ${visitName(visit)}`}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
      >
        {(visit) => <TimeRow visit={visit} board={board} now={now} next={next} />}
      </SelectableList>
    </div>
  )
}

function isOver(status: Status): boolean {
  return closedColumns.some((closed) => closed === status)
}

/** The list opens where the day is, not where it began. */
function useStartAt(appointmentId: string | undefined) {
  const frame = useRef<HTMLDivElement>(null)
  const first = useRef(appointmentId)
  useEffect(() => {
    if (first.current === undefined) return
    frame.current?.querySelector(`[data-key="${CSS.escape(first.current)}"]`)?.scrollIntoView({ block: 'center' })
  }, [])
  return frame
}

type TimeRowProps = {
  readonly visit: Visit
  readonly board: Board
  readonly now: string
  readonly next: ReturnType<typeof nextForRoom>
}

function TimeRow({ visit, board, now, next }: TimeRowProps) {
  const words = useWords()
  const corners = cardCorners(visit, now)
  const signal = cardSignal(visit, now, next?.appointmentId === visit.appointmentId ? next.room : null)
  const waited = corners.right?.what === 'name' ? null : rightText(corners, words)
  const place = visit.room && (visit.status === 'roomed' || visit.status === 'with-clinician') ? visit.room.name : null
  const line = lineText(visit, { ...corners, right: null }, words)
  return (
    <div className={styles.row}>
      <span className={styles.time}>{formatTime(visit.start, board.timeZone)}</span>
      <span className={styles.who}>
        <strong>{visitName(visit)}</strong> <span className={styles.line}>{line}</span>
      </span>
      <span className={styles.state}>
        <StateMark kind={statusKinds[visit.status]} label={words.say(`status_${visit.status}`)} showLabel />{' '}
        <span className={styles.line}>{[place, waited].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.signal}>{signal && <Signal kind={signal.kind}>{signalText(signal, words)}</Signal>}</span>
    </div>
  )
}
