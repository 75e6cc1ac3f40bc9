import { type FormEvent, useState } from 'react'
import { back, type Book } from '../book.ts'
import styles from '../book.module.css'
import { Go, Question, Trouble } from '../frame.tsx'
import { birthDate } from '../times.ts'
import { Field } from './field.tsx'

export function BirthStep({ book }: { readonly book: Book }) {
  const { draft, say, change, go } = book
  const [tried, setTried] = useState(false)
  const isRight = birthDate(draft) !== null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isRight) go('contact')
    else document.getElementById('bday-month')?.focus()
  }
  const part = (name: 'month' | 'day' | 'year') => (
    <Field
      id={`bday-${name}`}
      label={say(name)}
      value={draft[name]}
      onChange={(value) => change({ [name]: value.replaceAll(/\D/g, '') })}
      inputMode="numeric"
      autoComplete={`bday-${name}`}
      maxLength={name === 'year' ? 4 : 2}
    />
  )
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <Question lead={say('birthLead')}>{say('birthTitle')}</Question>
      </div>
      <fieldset className={styles.date} aria-label={say('birthTitle')}>
        {part('month')}
        {part('day')}
        {part('year')}
      </fieldset>
      {tried && !isRight && <Trouble>{say('needBirth')}</Trouble>}
      <Go say={say} onBack={back} />
    </form>
  )
}
