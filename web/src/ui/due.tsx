import { classNames } from './class-names.ts'
import styles from './due.module.css'

export type DueProps = { readonly left: string; readonly clock: string; readonly kind?: 'bad' | 'warn' }

/** A due time: what is left first, the clock second. */
export function Due({ left, clock, kind }: DueProps) {
  return (
    <span className={classNames(styles.due, kind && styles[kind])}>
      {left} <small className={styles.clock}>{clock}</small>
    </span>
  )
}
