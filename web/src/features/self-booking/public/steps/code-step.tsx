import { type FormEvent, useState } from 'react'
import { back, type Book } from '../book.ts'
import styles from '../book.module.css'
import { Go, Question, Trouble } from '../frame.tsx'
import { useFinish } from '../use-finish.ts'
import { Field } from './field.tsx'
import { Gone } from './gone.tsx'
import { KeptVisit } from './kept-visit.tsx'

export function CodeStep({ book }: { readonly book: Book }) {
  const { draft, say } = book
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [isSent, setSent] = useState(false)
  const finish = useFinish(book)
  if (finish.next) return <Gone book={book} next={finish.next} />
  const isWhole = /^\d{6}$/.test(code)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isWhole) void finish.book(code)
    else document.getElementById('code')?.focus()
  }
  const again = async (): Promise<void> => {
    if (await finish.sendAgain()) setSent(true)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <Question lead={say('codeLead', { email: draft.email.trim() })}>{say('codeTitle')}</Question>
        <KeptVisit book={book} />
      </div>
      <Field
        id="code"
        label={say('code')}
        value={code}
        onChange={(value) => setCode(value.replaceAll(/\D/g, ''))}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        error={tried && !isWhole ? say('needCode') : null}
      />
      {finish.trouble !== null && <Trouble>{finish.trouble}</Trouble>}
      <p role="status" className={styles.hint}>
        {isSent ? say('codeSent') : ''}
      </p>
      <button type="button" className={styles.quietButton} onClick={() => void again()}>
        {say('codeAgain')}
      </button>
      <button type="button" className={styles.choice} onClick={() => void finish.book(null)}>
        {say('codeNone')}
        <small>{say('codeNoneHint')}</small>
      </button>
      <Go say={say} label={say('book')} isBusy={finish.isBusy} onBack={back} />
    </form>
  )
}
