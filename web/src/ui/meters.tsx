import { ProgressBar as AriaProgressBar, Label, Meter } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './meters.module.css'
import type { SignalKind } from './signal-kind.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type ProgressBarProps = {
  readonly label: string
  /** Absent: something happens, nobody knows how long. */
  readonly value?: number
  readonly max?: number
  readonly valueText?: string
}

export function ProgressBar({ label, value, max = 100, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      value={value}
      maxValue={max}
      isIndeterminate={value === undefined}
      valueLabel={valueText}
      className={styles.meter}
    >
      {({ percentage, valueText: spoken }) => (
        <>
          <span className={styles.words}>
            <Label>{label}</Label>
            {value !== undefined && <span>{spoken}</span>}
          </span>
          <Bar percentage={percentage} />
        </>
      )}
    </AriaProgressBar>
  )
}

export type MeterBarProps = {
  readonly label: string
  readonly value: number
  readonly max: number
  /** The amount in words: "$410 of $1,500". */
  readonly valueText: string
  readonly kind?: SignalKind
  readonly hideLabel?: boolean
}

export function MeterBar({ label, value, max, valueText, kind, hideLabel }: MeterBarProps) {
  return (
    <Meter value={value} maxValue={max} valueLabel={valueText} className={styles.meter}>
      {({ percentage }) => (
        <>
          {hideLabel ? (
            <VisuallyHidden>
              <Label>{label}</Label>
            </VisuallyHidden>
          ) : (
            <span className={styles.words}>
              <Label>{label}</Label>
              <span>{valueText}</span>
            </span>
          )}
          <Bar percentage={percentage} kind={kind} />
        </>
      )}
    </Meter>
  )
}

function Bar({ percentage, kind }: { readonly percentage: number | undefined; readonly kind?: SignalKind }) {
  const isUnknown = percentage === undefined
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={classNames(styles.fill, kind && styles[kind], isUnknown && styles.unknown)}
        style={isUnknown ? undefined : { inlineSize: `${percentage}%` }}
      />
    </span>
  )
}
