import styles from './chart.module.css'

export type Column = {
  readonly id: string
  readonly label: string
  /** What stands over the column. */
  readonly text: string
  /** Null where there is nothing to show. */
  readonly value: number | null
}

export type ColumnChartProps = {
  /** What the picture shows; the same numbers stand in a table beside it. */
  readonly label: string
  readonly columns: readonly Column[]
  /** The value at the top line; the greatest when left out. */
  readonly max?: number
}

/** Columns that stand side by side in the order of time or size, as a picture. */
export function ColumnChart({ label, columns, max }: ColumnChartProps) {
  const full = Math.max(max ?? 0, ...columns.map(({ value }) => value ?? 0), 1)
  return (
    <div className={styles.chart} role="img" aria-label={label}>
      <div className={styles.columns}>
        {columns.map((column) => (
          <div key={column.id} className={styles.column}>
            <span className={styles.stand}>
              <span className={styles.value}>{column.text}</span>
              <span className={styles.rise} style={{ blockSize: `${(80 * (column.value ?? 0)) / full}%` }} />
            </span>
            <span className={styles.foot}>{column.label}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
