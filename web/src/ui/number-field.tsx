import { NumberField as AriaNumberField, Group, Input } from 'react-aria-components'
import { affixClass, bareInputClass, FieldFrame, type FieldProps, fieldState, groupClass } from './field.tsx'

export type NumberFieldProps = FieldProps & {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly minValue?: number
  readonly maxValue?: number
  readonly step?: number
  /** A word behind the number: "minutes". */
  readonly unit?: string
  readonly formatOptions?: Intl.NumberFormatOptions
}

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, minValue, maxValue, step, unit, formatOptions } = props
  return (
    <AriaNumberField
      {...fieldState(props)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={minValue}
      maxValue={maxValue}
      step={step}
      formatOptions={formatOptions}
    >
      <FieldFrame {...props}>
        <Group className={groupClass}>
          <Input className={bareInputClass} />
          {unit && <span className={affixClass}>{unit}</span>}
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}
