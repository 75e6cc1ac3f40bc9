import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components'
import styles from './toggle.module.css'

export type ToggleProps = {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly onFocus?: () => void
  readonly children: ReactNode
  readonly description?: ReactNode
  readonly isDisabled?: boolean
  readonly isRequired?: boolean
  readonly name?: string
  readonly autoFocus?: boolean
}

export function Checkbox({
  children,
  description,
  isIndeterminate,
  ...rest
}: ToggleProps & { readonly isIndeterminate?: boolean }) {
  return (
    <CheckboxField {...rest} isIndeterminate={isIndeterminate} validationBehavior="aria" className={styles.field}>
      <CheckboxButton className={styles.row}>
        <span className={styles.box} aria-hidden>
          {isIndeterminate ? '–' : '✓'}
        </span>
        <span>{children}</span>
      </CheckboxButton>
      {description && (
        <Text slot="description" className={styles.help}>
          {description}
        </Text>
      )}
    </CheckboxField>
  )
}
