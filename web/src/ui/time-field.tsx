import { Time } from '@internationalized/date'
import { TimeField as AriaTimeField, DateInput, DateSegment } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './date-field.module.css'
import { FieldFrame, type FieldProps, fieldState, groupClass } from './field.tsx'

export type TimeFieldProps = FieldProps & {
  /** Minutes since local midnight. */
  readonly value: number | null
  readonly onChange: (minutes: number | null) => void
  readonly minValue?: number
  readonly maxValue?: number
}

export function TimeField(props: TimeFieldProps) {
  return (
    <AriaTimeField
      {...fieldState(props)}
      hourCycle={24}
      value={wall(props.value)}
      onChange={(time) => props.onChange(time === null ? null : time.hour * 60 + time.minute)}
      minValue={wall(props.minValue)}
      maxValue={wall(props.maxValue)}
    >
      <FieldFrame {...props}>
        <DateInput className={classNames(groupClass, styles.segments)}>
          {(segment) => <DateSegment segment={segment} className={styles.segment} />}
        </DateInput>
      </FieldFrame>
    </AriaTimeField>
  )
}

function wall(minutes: number | null | undefined) {
  return minutes === null || minutes === undefined ? null : new Time(Math.floor(minutes / 60), minutes % 60)
}
