import { SwitchButton, SwitchField, Text } from 'react-aria-components'
import type { ToggleProps } from './checkbox.tsx'
import styles from './toggle.module.css'

export function Switch({ children, description, isRequired: _isRequired, ...rest }: ToggleProps) {
  return (
    <SwitchField {...rest} className={styles.field}>
      <SwitchButton className={styles.row}>
        <span className={styles.track} aria-hidden />
        <span>{children}</span>
      </SwitchButton>
      {description && (
        <Text slot="description" className={styles.help}>
          {description}
        </Text>
      )}
    </SwitchField>
  )
}
