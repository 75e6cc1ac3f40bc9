import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './signal.module.css'
import { type SignalKind, signs } from './signal-kind.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type SignalProps = {
  readonly kind: SignalKind
  /** The word or short sentence. */
  readonly children: ReactNode
  readonly size?: 'sm' | 'md'
}

export function Signal({ kind, children, size = 'sm' }: SignalProps) {
  return (
    <span className={classNames(styles.signal, styles[kind], styles[size])}>
      <span aria-hidden>{signs[kind]}</span>
      <span>{children}</span>
    </span>
  )
}

export type TagProps = {
  readonly kind?: SignalKind
  readonly children: ReactNode
  readonly onRemove?: () => void
  /** Says what is removed: "Remove Vietnamese". */
  readonly removeLabel?: string
}

export function Tag({ kind, children, onRemove, removeLabel }: TagProps) {
  return (
    <span className={classNames(styles.signal, styles.md, kind ? styles[kind] : styles.neutral)}>
      {kind && <span aria-hidden>{signs[kind]}</span>}
      <span>{children}</span>
      {onRemove && (
        <Button onPress={onRemove} aria-label={removeLabel} className={styles.remove}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </span>
  )
}

export function TagRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.tags}>{children}</div>
}

export type StateMarkProps = { readonly kind: SignalKind; readonly label: string; readonly showLabel?: boolean }

/** The round sign at the head of a line. Its word is said, and shown on demand. */
export function StateMark({ kind, label, showLabel }: StateMarkProps) {
  return (
    <span className={styles.state}>
      <span className={classNames(styles.mark, styles[kind])} aria-hidden>
        {signs[kind]}
      </span>
      {showLabel ? <span>{label}</span> : <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  )
}
