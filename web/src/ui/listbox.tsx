import { ListBoxItem } from 'react-aria-components'
import styles from './listbox.module.css'
import type { Option } from './option.ts'

export function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled} className={styles.item}>
      {({ isSelected }) => (
        <>
          <span className={styles.check} aria-hidden>
            {isSelected ? '✓' : ''}
          </span>
          <span>{option.label}</span> {option.detail && <span className={styles.detail}>{option.detail}</span>}
        </>
      )}
    </ListBoxItem>
  )
}

export const listBoxClass = styles.list
export const popoverClass = styles.popover
export const emptyClass = styles.empty
