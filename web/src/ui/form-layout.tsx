import type { FormEvent, ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import styles from './form-layout.module.css'
import { useWords } from './use-words.ts'

export type FormFault = { readonly field?: string; readonly text: string }

export type FormLayoutProps = {
  readonly children: ReactNode
  readonly onSubmit?: () => void
  readonly actions?: ReactNode
  /** What must be mended. The summary takes the focus whenever this list becomes non-empty. */
  readonly errors?: readonly FormFault[]
  readonly label?: string
}

export function FormLayout({ children, onSubmit, actions, errors = [], label }: FormLayoutProps) {
  const { say } = useWords()
  const summary = useRef<HTMLDivElement>(null)
  const hasErrors = errors.length > 0
  useEffect(() => {
    if (hasErrors) summary.current?.focus()
  }, [hasErrors])

  const submit = (event: FormEvent) => {
    // What is sent in a window that was opened from here comes up through React's tree too: it is another form's.
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <form noValidate onSubmit={submit} className={styles.form} aria-label={label}>
      {hasErrors && (
        <div ref={summary} tabIndex={-1} role="alert" className={styles.summary}>
          <strong>
            <span aria-hidden>✕ </span>
            {say('checkForm')}
          </strong>
          <ul>
            {errors.map((fault) => (
              <li key={`${fault.field ?? ''} ${fault.text}`}>{fault.text}</li>
            ))}
          </ul>
        </div>
      )}
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </form>
  )
}

export type FieldGroupProps = {
  readonly legend: string
  readonly description?: ReactNode
  readonly columns?: 1 | 2 | 3
  readonly children: ReactNode
}

export function FieldGroup({ legend, description, columns = 1, children }: FieldGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {description && <p className={styles.help}>{description}</p>}
      <div className={styles.fields} data-columns={columns}>
        {children}
      </div>
    </fieldset>
  )
}
