import styles from '../book.module.css'

export interface FieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'tel' | 'email'
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly autoComplete?: string
  readonly maxLength?: number
  readonly error?: string | null
}

export function Field({ id, label, value, onChange, error = null, type = 'text', ...rest }: FieldProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        {...rest}
      />
      {error !== null && (
        <span id={`${id}-error`} className={styles.trouble} role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
