import { classNames } from './class-names.ts'
import styles from './skeleton.module.css'
import { useWords } from './use-words.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type SkeletonProps = { readonly lines?: number; readonly kind?: 'text' | 'card'; readonly label?: string }

/** Appears only after 100 ms, so that quick answers do not flash. */
export function Skeleton({ lines = 3, kind = 'text', label }: SkeletonProps) {
  const { say } = useWords()
  return (
    <div role="status" className={classNames(styles.skeleton, styles[kind])}>
      <VisuallyHidden>{label ?? say('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden className={styles.line} />
      ))}
    </div>
  )
}
