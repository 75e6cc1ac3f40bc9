import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '../use-words.ts'
import type { Board, Status } from '../visit.ts'
import { BoardColumn, type CardContext } from './board-column.tsx'
import styles from './board.module.css'
import { nextForRoom } from './card-signal.ts'
import { cardBeside, closedColumns, columnOf, openColumns } from './columns.ts'
import { useCardMotion } from './use-card-motion.ts'
import { useKeptFocus } from './use-kept-focus.ts'

export interface FlowBoardProps {
  readonly board: Board
  /** ISO instant. */
  readonly now: string
  readonly selected: string | null
  readonly onSelect: (appointmentId: string) => void
  readonly onOpen: (appointmentId: string) => void
}

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']

export function FlowBoard({ board, now, selected, onSelect, onOpen }: FlowBoardProps) {
  const { say } = useWords()
  const [unfolded, setUnfolded] = useState<readonly Status[]>([])
  const frame = useRef<HTMLDivElement>(null)
  const shown = [...openColumns, ...unfolded].map((status) => columnOf(board, status))
  const folded = closedColumns
    .filter((status) => !unfolded.includes(status))
    .map((status) => columnOf(board, status))
    .filter(({ status, visits }) => visits.length > 0 || status === 'checked-out')
  const isShown = shown.some(({ visits }) => visits.some((visit) => visit.appointmentId === selected))
  useCardMotion(frame, shown)
  const keep = useKeptFocus(frame)

  const cards: CardContext = {
    now,
    timeZone: board.timeZone,
    onSelect,
    onOpen,
    selected,
    tabStop: isShown ? selected : cardBeside(shown, null, ''),
    next: nextForRoom(board),
  }
  const step = (event: KeyboardEvent) => {
    if (!arrows.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    const from = event.target instanceof Element ? event.target.closest('[data-visit]') : null
    if (!(from instanceof HTMLElement)) return
    event.preventDefault()
    const to = cardBeside(shown, from.dataset['visit'] ?? null, event.key)
    if (to) frame.current?.querySelector<HTMLElement>(`[data-visit="${CSS.escape(to)}"]`)?.focus()
  }
  const fold = (status: Status, isOpen: boolean) =>
    setUnfolded((all) => (isOpen ? [...all, status] : all.filter((other) => other !== status)))

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Arrows lead from card to card
    <div ref={frame} className={styles.frame} role="group" aria-label={say('board')} onKeyDown={step} {...keep}>
      <div className={styles.board} data-columns={shown.length}>
        {shown.map((column) => (
          <BoardColumn
            key={column.status}
            column={column}
            cards={cards}
            {...(unfolded.includes(column.status) ? { onFold: () => fold(column.status, false) } : {})}
          />
        ))}
        {folded.length > 0 && (
          <div className={styles.folds}>
            {folded.map(({ status, visits }) => (
              <Button
                key={status}
                data-column={status}
                className={styles.fold}
                onPress={() => fold(status, true)}
                aria-label={say('unfoldColumn', { column: say(`column_${status}`), count: visits.length })}
              >
                {say(`column_${status}`)} · {visits.length}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
