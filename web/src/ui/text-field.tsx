import type { Ref } from 'react'
import { TextField as AriaTextField, Input, TextArea } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldFrame, type FieldProps, fieldState, inputClass } from './field.tsx'

export type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly multiline?: boolean
  readonly rows?: number
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password'
  readonly placeholder?: string
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'decimal'
  readonly maxLength?: number
  /** For identifiers: 0 is not O, 1 is not l. */
  readonly isMono?: boolean
  readonly onBlur?: () => void
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, multiline, rows = 3, placeholder, isMono, inputRef } = props
  const className = classNames(inputClass, isMono && 'id')
  return (
    <AriaTextField
      {...fieldState(props)}
      value={value}
      onChange={onChange}
      onBlur={props.onBlur}
      type={props.type ?? 'text'}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
    >
      <FieldFrame {...props}>
        {multiline ? (
          <TextArea className={className} rows={rows} placeholder={placeholder} />
        ) : (
          <Input className={className} placeholder={placeholder} ref={inputRef} />
        )}
      </FieldFrame>
    </AriaTextField>
  )
}
