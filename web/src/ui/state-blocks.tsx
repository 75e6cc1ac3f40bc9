import type { LucideIcon } from 'lucide-react'
import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { type SignalKind, signs } from './signal-kind.ts'
import styles from './state-blocks.module.css'
import { useWords } from './use-words.ts'

export type EmptyStateProps = {
  readonly title: string
  /** What will be here, and how to begin. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly icon?: LucideIcon
}

export function EmptyState({ title, children, action, icon: Icon }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={26} aria-hidden className={styles.icon} />}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}

export type ErrorStateProps = {
  readonly title: string
  readonly safe: ReactNode
  readonly next: ReactNode
  readonly onRetry?: () => void
  readonly isRetrying?: boolean
  /** For support: an identifier or a code. No personal data. */
  readonly detail?: string
}

export function ErrorState({ title, safe, next, onRetry, isRetrying, detail }: ErrorStateProps) {
  const { say } = useWords()
  return (
    <div role="alert" className={classNames(styles.notice, styles.bad, styles.error)}>
      <p className={styles.title}>
        <span aria-hidden>✕ </span>
        {title}
      </p>
      <dl className={styles.facts}>
        <dt>{say('safe')}</dt>
        <dd>{safe}</dd>
        <dt>{say('next')}</dt>
        <dd>{next}</dd>
      </dl>
      {onRetry && (
        <Button size="sm" icon={RotateCw} onPress={onRetry} isPending={isRetrying}>
          {say('retry')}
        </Button>
      )}
      {detail && (
        <details className={styles.detail}>
          <summary>{say('detail')}</summary>
          <span className="id">{detail}</span>
        </details>
      )}
    </div>
  )
}

export type NoticeProps = {
  readonly kind: SignalKind
  readonly title?: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function Notice({ kind, title, children, action }: NoticeProps) {
  return (
    <div role={kind === 'bad' ? 'alert' : 'status'} className={classNames(styles.notice, styles[kind])}>
      <span className={styles.sign} aria-hidden>
        {signs[kind]}
      </span>
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  )
}
