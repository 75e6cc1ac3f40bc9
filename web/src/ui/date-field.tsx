import { parseDate } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './date-field.module.css'
import { FieldFrame, type FieldProps, fieldState, groupClass } from './field.tsx'

export type DateFieldProps = FieldProps & {
  /** Civil date `YYYY-MM-DD`. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly minValue?: string
  readonly maxValue?: string
}

export function DateField(props: DateFieldProps) {
  return (
    <AriaDateField
      {...fieldState(props)}
      value={civil(props.value)}
      onChange={(date) => props.onChange(date === null ? null : date.toString())}
      minValue={civil(props.minValue)}
      maxValue={civil(props.maxValue)}
      shouldForceLeadingZeros
    >
      <FieldFrame {...props}>
        <DateInput className={classNames(groupClass, styles.segments)}>
          {(segment) => <DateSegment segment={segment} className={styles.segment} />}
        </DateInput>
      </FieldFrame>
    </AriaDateField>
  )
}

function civil(date: string | null | undefined) {
  return date ? parseDate(date) : null
}
