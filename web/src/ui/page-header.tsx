import type { ReactNode } from 'react'
import styles from './page-header.module.css'

export type PageHeaderProps = {
  readonly title: ReactNode
  /** Numbers with their words: 38 visits. */
  readonly facts?: ReadonlyArray<{ readonly value: string; readonly label: string }>
  readonly actions?: ReactNode
  readonly level?: 1 | 2
  readonly children?: ReactNode
}

export function PageHeader({ title, facts = [], actions, level = 1, children }: PageHeaderProps) {
  const Title = `h${level}` as const
  return (
    <div className={styles.header}>
      <Title className={styles.title}>{title}</Title>
      {facts.length > 0 && (
        <ul className={styles.facts}>
          {facts.map((fact) => (
            <li key={fact.label}>
              <b>{fact.value}</b> {fact.label}
            </li>
          ))}
        </ul>
      )}
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
