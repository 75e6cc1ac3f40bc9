import { type ReactNode, useState } from 'react'
import { Button as AriaButton, ListBox, ListBoxItem } from 'react-aria-components'
import { Popover } from '../../../ui/index.ts'
import styles from './wish.module.css'

type ChipProps = {
  /** What the chip is about, and its value: "Visit type: New patient". */
  readonly label: string
  readonly value: string
  readonly isEmpty?: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A word of the sentence that opens into a control. */
export function Chip({ label, value, isEmpty, children }: ChipProps) {
  const [isOpen, setOpen] = useState(false)
  const trigger = (
    <AriaButton className={styles.chip} aria-label={label} data-empty={isEmpty || undefined}>
      {value}
    </AriaButton>
  )
  return (
    <Popover trigger={trigger} label={label} isOpen={isOpen} onOpenChange={setOpen}>
      <div className={styles.popover}>{children(() => setOpen(false))}</div>
    </Popover>
  )
}

export type Choice = { readonly id: string; readonly label: string; readonly detail?: string }

type ChoiceListProps = {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly isSingle?: boolean
  /** The choice that stands for "no limit"; with it, an empty list is shown as chosen. */
  readonly any?: string
}

const anyId = 'any'

export function ChoiceList({ label, choices, chosen, onChange, isSingle, any }: ChoiceListProps) {
  const items = any === undefined ? choices : [{ id: anyId, label: any }, ...choices]
  const selected = chosen.length === 0 && any !== undefined ? [anyId] : chosen
  return (
    <ListBox
      aria-label={label}
      autoFocus
      items={items}
      selectionMode={isSingle ? 'single' : 'multiple'}
      selectionBehavior="toggle"
      escapeKeyBehavior="none"
      disallowEmptySelection={isSingle}
      selectedKeys={selected}
      onSelectionChange={(keys) => {
        const ids = keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String)
        const isAny = ids.includes(anyId) && !selected.includes(anyId)
        onChange(isAny ? [] : ids.filter((id) => id !== anyId))
      }}
      className={styles.list}
    >
      {(choice: Choice) => (
        <ListBoxItem id={choice.id} textValue={choice.label} className={styles.item}>
          {({ isSelected }) => (
            <>
              <span aria-hidden className={styles.check}>
                {isSelected ? '✓' : ''}
              </span>
              <span>
                {choice.label}
                {choice.detail && <small> {choice.detail}</small>}
              </span>
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
