import { Search } from 'lucide-react'
import { useWords } from '../words.ts'
import type { GridColumn } from './grid-column.ts'
import { atLeft } from './placed.ts'
import styles from './time-grid.module.css'

export type HeadText = { readonly title: string; readonly detail: string; readonly isToday?: boolean }

type ColumnHeadProps = {
  readonly column: GridColumn
  readonly left: number | null
  readonly text: HeadText
  readonly onFind?: (column: GridColumn) => void
}

export function ColumnHead({ column, left, text, onFind }: ColumnHeadProps) {
  const { say } = useWords()
  const { resource } = column
  const words = (
    <>
      <b>{text.title}</b>
      <small>{text.detail}</small>
    </>
  )
  const today = text.isToday ? 'date' : undefined
  if (!onFind || resource.kind === 'site')
    return (
      <div className={styles.head} style={atLeft(left)} aria-current={today}>
        {words}
      </div>
    )
  return (
    <button
      type="button"
      className={styles.head}
      style={atLeft(left)}
      aria-current={today}
      data-head={column.id}
      title={say('findWith', { name: resource.name })}
      onClick={() => onFind(column)}
    >
      {words}
      <Search size={14} aria-hidden className={styles.glass} />
    </button>
  )
}
