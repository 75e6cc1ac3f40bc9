import { type FieldProps, TimeField } from '../../ui/index.ts'

export type EndTimeFieldProps = FieldProps & {
  /** Minutes since local midnight, up to 1440. */
  readonly value: number | null
  readonly onChange: (minute: number | null) => void
}

/** An end of a time: 0:00 is the midnight that ends the day. */
export function EndTimeField({ value, onChange, ...field }: EndTimeFieldProps) {
  return (
    <TimeField
      {...field}
      value={value === 1440 ? 0 : value}
      onChange={(minute) => onChange(minute === 0 ? 1440 : minute)}
    />
  )
}
