import { NumberField, type NumberFieldProps } from './number-field.tsx'

export type MoneyFieldProps = Omit<NumberFieldProps, 'minValue' | 'maxValue' | 'step' | 'unit' | 'formatOptions'> & {
  readonly currency?: string
  readonly maxCents?: number
}

/** Integer cents in, integer cents out: rounding happens here and nowhere else. */
export function MoneyField({ value, onChange, currency = 'USD', maxCents, ...rest }: MoneyFieldProps) {
  return (
    <NumberField
      {...rest}
      value={value === null ? null : value / 100}
      onChange={(amount) => onChange(amount === null ? null : Math.round(amount * 100))}
      minValue={0}
      maxValue={maxCents === undefined ? undefined : maxCents / 100}
      formatOptions={{ style: 'currency', currency }}
    />
  )
}
