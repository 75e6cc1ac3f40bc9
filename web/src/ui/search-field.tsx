import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { SearchField as AriaSearchField, Button, Group, Input } from 'react-aria-components'
import { bareInputClass, FieldFrame, type FieldProps, fieldState, groupClass } from './field.tsx'
import { Kbd } from './kbd.tsx'
import styles from './search-field.module.css'
import { useWords } from './use-words.ts'

export type SearchFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSubmit?: (value: string) => void
  readonly placeholder?: string
  readonly shortcut?: string
  readonly inputRef?: Ref<HTMLInputElement>
  /** What a list below it offers: its id, and the option that the keys are on. */
  readonly offering?: { readonly listId: string; readonly optionId: string | undefined }
}

export function SearchField(props: SearchFieldProps) {
  const { value, onChange, onSubmit, placeholder, shortcut, inputRef, hideLabel = true, offering } = props
  const { say } = useWords()
  return (
    <AriaSearchField {...fieldState(props)} value={value} onChange={onChange} onSubmit={onSubmit}>
      <FieldFrame {...props} hideLabel={hideLabel}>
        <Group className={groupClass}>
          <Search size={16} aria-hidden className={styles.glass} />
          <Input
            className={bareInputClass}
            placeholder={placeholder}
            ref={inputRef}
            {...(offering && {
              'aria-autocomplete': 'list',
              'aria-controls': offering.listId,
              'aria-activedescendant': offering.optionId,
              autoComplete: 'off',
            })}
          />
          {value === '' && shortcut && (
            <span aria-hidden>
              <Kbd keys={shortcut} />
            </span>
          )}
          {value !== '' && (
            <Button className={styles.clear} aria-label={say('clear')}>
              <X size={15} aria-hidden />
            </Button>
          )}
        </Group>
      </FieldFrame>
    </AriaSearchField>
  )
}
