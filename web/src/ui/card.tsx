import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names.ts'

export type CardProps = {
  readonly children: ReactNode
  readonly isSelected?: boolean
  readonly isSunk?: boolean
  readonly className?: string
}

export function Card({ children, isSelected, isSunk, className }: CardProps) {
  return (
    <div className={classNames(styles.card, isSelected && styles.selected, isSunk && styles.sunk, className)}>
      {children}
    </div>
  )
}

export type PanelProps = {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly level?: 2 | 3
  readonly children: ReactNode
  readonly className?: string
}

/** A ruled section: title to the left, a fact or an action to the right. */
export function Panel({ title, aside, level = 2, children, className }: PanelProps) {
  const Title = `h${level}` as const
  return (
    <section className={classNames(styles.panel, className)}>
      <div className={styles.head}>
        <Title className={styles.title}>{title}</Title>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
