import { Button } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { BoardCard, type BoardCardProps } from './board-card.tsx'
import styles from './board.module.css'
import type { Column } from './columns.ts'

export type CardContext = Omit<BoardCardProps, 'visit' | 'isSelected' | 'isTabStop' | 'nextRoom'> & {
  readonly selected: string | null
  readonly tabStop: string | null
  readonly next: { readonly appointmentId: string; readonly room: string } | null
}

export interface BoardColumnProps {
  readonly column: Column
  readonly cards: CardContext
  /** Only for columns that can be folded. */
  readonly onFold?: () => void
}

export function BoardColumn({ column, cards, onFold }: BoardColumnProps) {
  const { say } = useWords()
  const { selected, tabStop, next, ...card } = cards
  const name = say(`column_${column.status}`)
  return (
    <section
      className={styles.column}
      aria-label={say('columnCount', { column: name, count: column.visits.length })}
      data-column={column.status}
    >
      <h2 className={styles.head} aria-hidden>
        <span>{name}</span>
        <span>{column.visits.length}</span>
      </h2>
      {onFold && (
        <Button variant="quiet" size="sm" onPress={onFold} className={styles.foldBack ?? ''}>
          {say('foldColumn')}
        </Button>
      )}
      {column.visits.length === 0 && <p className={styles.nobody}>{say('nobodyHere')}</p>}
      <ul className={styles.cards}>
        {column.visits.map((visit) => (
          <li key={visit.appointmentId}>
            <BoardCard
              {...card}
              visit={visit}
              nextRoom={next?.appointmentId === visit.appointmentId ? next.room : null}
              isSelected={selected === visit.appointmentId}
              isTabStop={tabStop === visit.appointmentId}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
