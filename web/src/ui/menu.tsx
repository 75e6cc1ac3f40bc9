import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import {
  Menu as AriaMenu,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
  MenuItem,
  MenuTrigger,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import { listBoxClass, popoverClass } from './listbox.tsx'
import styles from './menu.module.css'

export type MenuEntry<Id extends string = string> = {
  readonly id: Id
  readonly label: string
  readonly icon?: LucideIcon
  readonly shortcut?: string
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
}

export type MenuProps<Id extends string = string> = {
  /** A Button or IconButton. */
  readonly trigger: ReactElement
  readonly label: string
  readonly items: ReadonlyArray<MenuEntry<Id>>
  readonly onAction: (id: Id) => void
  readonly placement?: AriaPopoverProps['placement']
}

export function Menu<Id extends string = string>(props: MenuProps<Id>) {
  const { trigger, label, items, onAction, placement = 'bottom start' } = props
  const act = (key: unknown) => {
    const chosen = items.find((item) => item.id === key)
    if (chosen) onAction(chosen.id)
  }
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover className={popoverClass} placement={placement} offset={4}>
        <AriaMenu aria-label={label} onAction={act} className={listBoxClass}>
          {items.map(({ id, label: word, icon: Icon, shortcut, isDanger, isDisabled }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={word}
              isDisabled={isDisabled}
              className={classNames(styles.item, isDanger && styles.danger)}
            >
              <span className={styles.icon}>{Icon && <Icon size={16} aria-hidden />}</span>
              <span>{word}</span>
              {shortcut && (
                <span aria-hidden>
                  <Kbd keys={shortcut} />
                </span>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  )
}
