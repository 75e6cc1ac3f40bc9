import type { ReactNode } from 'react'
import styles from './measures.module.css'
import { useWords } from './words.ts'

export interface MeasureCardProps {
  readonly title: string
  /** The number people look for first, with what it means. */
  readonly fact?: string | null
  readonly note?: ReactNode
  readonly definition: ReactNode
  /** A picture and the table of its numbers, side by side. */
  readonly children: ReactNode
}

export function MeasureCard({ title, fact, note, definition, children }: MeasureCardProps) {
  const { say } = useWords()
  return (
    <section className={styles.card}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {fact ? <p className={styles.fact}>{fact}</p> : null}
        {note ? <p className={styles.note}>{note}</p> : null}
      </header>
      {children}
      <p className={styles.definition}>
        <b>{say('definition')}:</b> {definition}
      </p>
    </section>
  )
}

/** Beside each other where there is room, the picture first. */
export function Pair({ picture, table }: { readonly picture: ReactNode; readonly table: ReactNode }) {
  return (
    <div className={styles.pair}>
      <div>{picture}</div>
      <div>{table}</div>
    </div>
  )
}

export function Nothing() {
  const { say } = useWords()
  return (
    <p className={styles.nothing}>
      {say('nothing')}. {say('nothingNext')}
    </p>
  )
}
