import type { LucideIcon } from 'lucide-react'
import { LoaderCircle } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import { useWords } from './use-words.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type ButtonVariant = 'plain' | 'go' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'
export type ButtonLook = { readonly variant?: ButtonVariant; readonly size?: ButtonSize; readonly isFull?: boolean }

export type ButtonProps = ButtonLook &
  Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
    readonly children: ReactNode
    readonly icon?: LucideIcon
    /** Shown as a key cap and told to assistive technology; binding it is the page's work. */
    readonly shortcut?: string
    readonly className?: string
    readonly ref?: Ref<HTMLButtonElement>
  }

/** Makes a link look like a button. */
export function buttonClass({ variant = 'plain', size = 'md', isFull = false }: ButtonLook): string {
  return classNames(styles.button, styles[variant], styles[size], isFull && styles.full)
}

export function Button(props: ButtonProps) {
  const { variant, size, isFull, children, icon: Icon, shortcut, className, ref, ...rest } = props
  const { say } = useWords()
  return (
    <AriaButton
      {...rest}
      ref={ref}
      aria-keyshortcuts={ariaKeys(shortcut)}
      className={classNames(buttonClass({ variant, size, isFull }), className)}
    >
      {rest.isPending ? (
        <>
          <LoaderCircle className={styles.spin} size={16} aria-hidden />
          <VisuallyHidden>{say('working')}</VisuallyHidden>
        </>
      ) : (
        Icon && <Icon size={16} aria-hidden />
      )}
      <span>{children}</span>
      {shortcut && (
        <span className={styles.caps} aria-hidden>
          <Kbd keys={shortcut} />
        </span>
      )}
    </AriaButton>
  )
}

/** A sequence has no form in `aria-keyshortcuts`; only single strokes are told. */
export function ariaKeys(shortcut: string | undefined): string | undefined {
  if (!shortcut || shortcut.includes(' ')) return undefined
  return shortcut.replace('Ctrl', 'Control')
}
