import type { ReactElement, ReactNode } from 'react'
import { Popover as AriaPopover, DialogTrigger, type PopoverProps as AriaPopoverProps } from 'react-aria-components'
import { popoverClass } from './listbox.tsx'
import { useFocusBefore } from './lost-focus.ts'
import styles from './popover.module.css'

export type PopoverProps = {
  /** A Button or IconButton. */
  readonly trigger: ReactElement
  readonly label: string
  readonly placement?: AriaPopoverProps['placement']
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  readonly children: ReactNode
}

export function Popover({ trigger, label, placement = 'bottom start', isOpen, onOpenChange, children }: PopoverProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      {/* Without a dialog in it the popover is the dialog, and so are the ways out that it has for screen readers. */}
      <AriaPopover aria-label={label} className={popoverClass} placement={placement} offset={4}>
        <div className={styles.content}>
          <FocusBack />
          {children}
        </div>
      </AriaPopover>
    </DialogTrigger>
  )
}

/** What closes itself by a button inside it fades with the focus in it: the focus goes back to where it was. */
function FocusBack() {
  useFocusBefore()
  return null
}
