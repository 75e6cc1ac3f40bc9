import { ChevronDown } from 'lucide-react'
import { ComboBox as AriaComboBox, Button, Group, Input, ListBox, Popover } from 'react-aria-components'
import styles from './combo-box.module.css'
import { bareInputClass, FieldFrame, type FieldProps, fieldState, groupClass } from './field.tsx'
import { emptyClass, listBoxClass, OptionItem, popoverClass } from './listbox.tsx'
import type { Option } from './option.ts'
import { useWords } from './use-words.ts'

export type ComboBoxProps = FieldProps & {
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly inputValue?: string
  /** With it, the options are taken as already filtered. */
  readonly onInputChange?: (text: string) => void
  readonly allowsCustomValue?: boolean
  readonly emptyText?: string
  readonly placeholder?: string
}

export function ComboBox(props: ComboBoxProps) {
  const { options, value, onChange, inputValue, onInputChange, allowsCustomValue, emptyText, placeholder } = props
  const { say } = useWords()
  const filtering = onInputChange ? { items: options } : { defaultItems: options }
  return (
    <AriaComboBox
      {...fieldState(props)}
      {...filtering}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      inputValue={inputValue}
      onInputChange={onInputChange}
      allowsCustomValue={allowsCustomValue}
      allowsEmptyCollection
      // Where it takes the focus by itself, its list would lie over the form before anybody has read it.
      menuTrigger={props.autoFocus ? 'input' : 'focus'}
    >
      <FieldFrame {...props}>
        <Group className={groupClass}>
          <Input className={bareInputClass} placeholder={placeholder} />
          <Button className={styles.open}>
            <ChevronDown size={16} aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={popoverClass} offset={4}>
        <ListBox
          className={listBoxClass}
          renderEmptyState={() => <p className={emptyClass}>{emptyText ?? say('noMatch')}</p>}
        >
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
