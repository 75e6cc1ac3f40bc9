import { ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldFrame, type FieldProps, fieldState, groupClass } from './field.tsx'
import { listBoxClass, OptionItem, popoverClass } from './listbox.tsx'
import type { Option } from './option.ts'
import styles from './select.module.css'
import { useWords } from './use-words.ts'

export type SelectProps<Id extends string = string> = Omit<FieldProps, 'isReadOnly'> & {
  readonly options: ReadonlyArray<Option & { readonly id: Id }>
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly placeholder?: string
}

export function Select<Id extends string = string>(props: SelectProps<Id>) {
  const { options, value, onChange, placeholder } = props
  const { say } = useWords()
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.id === key)
    if (chosen) onChange(chosen.id)
  }
  return (
    <AriaSelect {...fieldState(props)} value={value} onChange={choose} placeholder={placeholder ?? say('choose')}>
      <FieldFrame {...props}>
        <Button className={classNames(groupClass, styles.button)}>
          <SelectValue className={styles.value}>
            {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </FieldFrame>
      <Popover className={popoverClass} offset={4}>
        <ListBox items={options} className={listBoxClass}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
