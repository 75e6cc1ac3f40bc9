import { RadioGroup as AriaRadioGroup, RadioButton, RadioField } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldFrame, type FieldProps, fieldState } from './field.tsx'
import type { Option } from './option.ts'
import styles from './toggle.module.css'

export type RadioGroupProps<Id extends string = string> = Omit<FieldProps, 'autoFocus'> & {
  readonly options: ReadonlyArray<Option & { readonly id: Id }>
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly orientation?: 'vertical' | 'horizontal'
  /** Every answer as a bordered block: for one question a screen. */
  readonly hasCards?: boolean
}

export function RadioGroup<Id extends string = string>(props: RadioGroupProps<Id>) {
  const { options, value, onChange, orientation = 'vertical', hasCards } = props
  const { autoFocus: _autoFocus, ...state } = fieldState(props)
  const choose = (id: string) => {
    const chosen = options.find((option) => option.id === id)
    if (chosen) onChange(chosen.id)
  }
  return (
    <AriaRadioGroup {...state} value={value} onChange={choose} orientation={orientation}>
      <FieldFrame {...props}>
        <div className={classNames(styles.options, styles[orientation], hasCards && styles.cards)}>
          {options.map((option) => (
            <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled} className={styles.field}>
              <RadioButton className={styles.row}>
                <span className={classNames(styles.box, styles.round)} aria-hidden />
                <span>
                  {option.label} {option.detail && <span className={styles.detail}>{option.detail}</span>}
                </span>
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}
