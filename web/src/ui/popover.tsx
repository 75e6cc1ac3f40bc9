import type { ReactElement, ReactNode } from 'react'
import {
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import { popoverClass } from './listbox.tsx'
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
      <AriaPopover className={popoverClass} placement={placement} offset={4}>
        <Dialog aria-label={label} className={styles.content}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
