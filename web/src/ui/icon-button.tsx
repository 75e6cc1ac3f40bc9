import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { ariaKeys, type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  readonly icon: LucideIcon
  /** The word of the icon: shown beside it, or as its tooltip. */
  readonly label: string
  readonly showLabel?: boolean
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly shortcut?: string
  readonly isPressed?: boolean
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton(props: IconButtonProps) {
  const {
    icon: Icon,
    label,
    showLabel,
    variant = 'quiet',
    size = 'md',
    shortcut,
    isPressed,
    className,
    ...rest
  } = props
  const button = (
    <AriaButton
      {...rest}
      aria-label={showLabel ? undefined : label}
      aria-pressed={isPressed}
      aria-keyshortcuts={ariaKeys(shortcut)}
      className={classNames(buttonClass({ variant, size }), !showLabel && styles.square, styles.icon, className)}
    >
      <Icon size={size === 'sm' ? 16 : 18} aria-hidden />
      {showLabel && <span>{label}</span>}
    </AriaButton>
  )
  return showLabel ? button : <Tooltip text={shortcut ? `${label} (${shortcut})` : label}>{button}</Tooltip>
}
