import { type FormEvent, useState } from 'react'
import { back, type Book } from '../book.ts'
import styles from '../book.module.css'
import { Go, Question, Trouble } from '../frame.tsx'
import { Field } from './field.tsx'

export function ContactStep({ book }: { readonly book: Book }) {
  const { draft, offer, say, change, go } = book
  const [tried, setTried] = useState(false)
  const phone = draft.phone.trim()
  const email = draft.email.trim()
  const badPhone = phone !== '' && phone.replaceAll(/\D/g, '').length < 7
  const badEmail = email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
  const none = phone === '' && email === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (badPhone || none) document.getElementById('phone')?.focus()
    else if (badEmail) document.getElementById('email')?.focus()
    else go('check')
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <Question lead={`${say('contactLead')} ${offer.sendsCodes ? say('contactCode') : ''}`}>
          {say('contactTitle')}
        </Question>
      </div>
      <Field
        id="phone"
        type="tel"
        inputMode="tel"
        label={say('phone')}
        value={draft.phone}
        onChange={(value) => change({ phone: value })}
        autoComplete="tel"
        maxLength={40}
        error={tried && badPhone ? say('badPhone') : null}
      />
      <Field
        id="email"
        type="email"
        inputMode="email"
        label={say('email')}
        value={draft.email}
        onChange={(value) => change({ email: value })}
        autoComplete="email"
        maxLength={200}
        error={tried && badEmail ? say('badEmail') : null}
      />
      {tried && none && <Trouble>{say('needContact')}</Trouble>}
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={draft.mayWrite}
          onChange={(event) => change({ mayWrite: event.target.checked })}
        />
        {say('writeTitle')}
      </label>
      <Go say={say} onBack={back} />
    </form>
  )
}
