import { classNames } from '../class-names.ts'
import styles from './chart.module.css'

/** How a part of a bar looks; never by colour alone: other is hatched, free is empty. */
export type BarLook = 'main' | 'other' | 'free'

export type Bar = {
  readonly id: string
  readonly label: string
  /** What stands at the end of the bar. */
  readonly text: string
  readonly parts: ReadonlyArray<{ readonly look: BarLook; readonly value: number }>
}

export type BarListProps = {
  /** What the picture shows; the same numbers stand in a table beside it. */
  readonly label: string
  readonly bars: readonly Bar[]
  /** The value of a full bar; the greatest sum when left out. */
  readonly max?: number
  readonly legend?: ReadonlyArray<{ readonly look: BarLook; readonly label: string }>
}

/** Bars that lie, one a line, as a picture: assistive technology reads its label and then the table. */
export function BarList({ label, bars, max, legend }: BarListProps) {
  const sums = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))
  const full = Math.max(max ?? 0, ...sums, 1)
  return (
    <div className={styles.chart} role="img" aria-label={label}>
      {legend && <Legend entries={legend} />}
      <div className={styles.bars}>
        {bars.map((bar) => (
          <div key={bar.id} className={styles.bar}>
            <span className={styles.name}>{bar.label}</span>
            <span className={styles.track}>
              {bar.parts.map((part) => (
                <span
                  key={part.look}
                  className={classNames(styles.part, styles[part.look])}
                  style={{ inlineSize: `${(100 * part.value) / full}%` }}
                />
              ))}
            </span>
            <span className={styles.text}>{bar.text}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

function Legend({ entries }: { readonly entries: NonNullable<BarListProps['legend']> }) {
  return (
    <p className={styles.legend}>
      {entries.map(({ look, label }) => (
        <span key={look} className={styles.key}>
          <span className={classNames(styles.swatch, styles[look])} />
          {label}
        </span>
      ))}
    </p>
  )
}
