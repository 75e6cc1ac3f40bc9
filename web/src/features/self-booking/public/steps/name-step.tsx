import { type FormEvent, useState } from 'react'
import { back, type Book } from '../book.ts'
import styles from '../book.module.css'
import { Go, Question } from '../frame.tsx'
import { Field } from './field.tsx'
import { KeptVisit } from './kept-visit.tsx'

export function NameStep({ book }: { readonly book: Book }) {
  const { draft, say, change, go } = book
  const [tried, setTried] = useState(false)
  const given = draft.given.trim() === ''
  const family = draft.family.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (given || family) document.getElementById(given ? 'given' : 'family')?.focus()
    else go('birth')
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <Question lead={say('nameHint')}>{say('nameTitle')}</Question>
        <KeptVisit book={book} />
      </div>
      <Field
        id="given"
        label={say('given')}
        value={draft.given}
        onChange={(value) => change({ given: value })}
        autoComplete="given-name"
        maxLength={80}
        error={tried && given ? say('needGiven') : null}
      />
      <Field
        id="family"
        label={say('family')}
        value={draft.family}
        onChange={(value) => change({ family: value })}
        autoComplete="family-name"
        maxLength={80}
        error={tried && family ? say('needFamily') : null}
      />
      <Go say={say} onBack={back} />
    </form>
  )
}
