import { instantAt } from '@foyer/kernel'
import styles from '../calendar.module.css'
import type { Names } from '../use-names.ts'

type BothClocksProps = {
  /** Of the site by whose clock the fields are filled. */
  readonly names: Names
  readonly date: string | null
  /** Minutes since midnight there. */
  readonly from: number | null
  readonly to?: number | null
}

/** Below fields that are filled by the clock of a site: the same by that of whoever fills them, where it is another. */
export function BothClocks({ names, date, from, to = null }: BothClocksProps) {
  if (date === null || from === null) return null
  const start = instantAt(date, from, names.zone).toString()
  if (!names.isTwofold(start)) return null
  const isSpan = to !== null && to > from
  return (
    <p className={styles.soft}>
      {isSpan ? names.timesOf(start, instantAt(date, to, names.zone).toString()) : names.clockOf(start)}
    </p>
  )
}
