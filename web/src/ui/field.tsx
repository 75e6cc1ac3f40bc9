import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { useWords } from './use-words.ts'

export type FieldProps = {
  readonly label: string
  readonly description?: ReactNode
  /** Says what is wrong and how to mend it; its presence makes the field invalid. */
  readonly errorMessage?: string
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly hideLabel?: boolean
  readonly name?: string
  readonly autoFocus?: boolean
  readonly className?: string
}

type Frame = Pick<FieldProps, 'label' | 'description' | 'errorMessage' | 'isRequired' | 'hideLabel'>

/** Label above, control, help and error below: the same order for every field. For use inside a react-aria field. */
export function FieldFrame(props: Frame & { readonly children: ReactNode }) {
  const { say } = useWords()
  return (
    <>
      <Label className={classNames(styles.label, props.hideLabel && styles.hidden)}>
        {props.label}
        {props.isRequired && (
          <span className={styles.required} aria-hidden>
            {say('required')}
          </span>
        )}
      </Label>
      {props.children}
      {props.description && (
        <Text slot="description" className={styles.help}>
          {props.description}
        </Text>
      )}
      <FieldError className={styles.error}>
        {props.errorMessage && (
          <>
            <span aria-hidden>✕ </span>
            {props.errorMessage}
          </>
        )}
      </FieldError>
    </>
  )
}

/** What every react-aria field gets from the common props. Errors come from `errorMessage`, never from the browser. */
export function fieldState(props: FieldProps) {
  return {
    isRequired: props.isRequired,
    isDisabled: props.isDisabled,
    isReadOnly: props.isReadOnly,
    isInvalid: Boolean(props.errorMessage),
    name: props.name,
    autoFocus: props.autoFocus,
    validationBehavior: 'aria' as const,
    className: classNames(styles.field, props.className),
  }
}

export const inputClass = styles.input
export const groupClass = styles.group
export const bareInputClass = styles.bare
export const affixClass = styles.affix
