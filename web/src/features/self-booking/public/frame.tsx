import { type ReactNode, useEffect, useRef } from 'react'
import styles from './book.module.css'
import type { Language, Say } from './words.ts'

export interface FrameProps {
  readonly practice: string
  readonly phone: string | null
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly say: Say
  readonly step?: { readonly at: number; readonly of: number }
  readonly children: ReactNode
}

function phoneText(phone: string): string {
  return /^\+1\d{10}$/.test(phone) ? `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}` : phone
}

/** One column: whose page it is, the other language, how far, the question, and whom to call. */
export function Frame({ practice, phone, language, onLanguage, say, step, children }: FrameProps) {
  const other: Language = language === 'en' ? 'es' : 'en'
  useEffect(() => {
    // The same on every step: a title is seen by others, and nobody has to know what the visit is for.
    document.title = practice === '' ? say('title') : `${say('title')} · ${practice}`
  }, [practice, say])
  return (
    <div className={styles.page}>
      <header>
        <div className={styles.top}>
          <b>{practice}</b>
          <button
            type="button"
            lang={other}
            aria-label={`${say('other')}: ${say('otherHint')}`}
            onClick={() => onLanguage(other)}
          >
            {say('other')}
          </button>
        </div>
        {step && (
          <div className={styles.steps} role="img" aria-label={say('step', step)}>
            {Array.from({ length: step.of }, (_, index) => (
              <i key={index} data-done={index < step.at} />
            ))}
          </div>
        )}
      </header>
      <main className={styles.main}>{children}</main>
      <footer className={styles.foot}>
        {phone === null ? (
          say('helpNoPhone')
        ) : (
          <>
            {say('help')} <a href={`tel:${phone}`}>{phoneText(phone)}</a>
          </>
        )}
      </footer>
    </div>
  )
}

/** The question. It takes the focus when it appears, so that it is read first. */
export function Question({ children, lead }: { readonly children: ReactNode; readonly lead?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.question}>
        {children}
      </h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
    </>
  )
}

/** What went wrong, said at once to everybody. */
export function Trouble({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className={styles.trouble}>
      {children}
    </p>
  )
}

export interface GoProps {
  readonly say: Say
  readonly label?: string
  readonly isBusy?: boolean
  readonly onBack?: (() => void) | undefined
}

/** The one big button of a step, and the way back. */
export function Go({ say, label, isBusy = false, onBack }: GoProps) {
  return (
    <div className={styles.go}>
      <button type="submit" className={styles.goButton} aria-disabled={isBusy}>
        {isBusy ? say('loading') : (label ?? say('next'))}
      </button>
      {onBack && (
        <button type="button" className={styles.quietButton} onClick={onBack}>
          {say('back')}
        </button>
      )}
    </div>
  )
}
