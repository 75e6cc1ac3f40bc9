import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Option } from './option.ts'
import styles from './segmented.module.css'

export type SegmentedProps<Id extends string = string> = {
  readonly label: string
  readonly options: ReadonlyArray<Option & { readonly id: Id }>
  readonly value: Id
  readonly onChange: (id: Id) => void
}

/** One view of several: Board · By time · Rooms. */
export function Segmented<Id extends string = string>({ label, options, value, onChange }: SegmentedProps<Id>) {
  const choose = (keys: ReadonlySet<unknown>) => {
    const chosen = options.find((option) => keys.has(option.id))
    if (chosen) onChange(chosen.id)
  }
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
      className={styles.group}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} isDisabled={option.isDisabled} className={styles.segment}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
