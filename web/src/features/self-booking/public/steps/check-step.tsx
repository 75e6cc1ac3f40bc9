import { type FormEvent, useState } from 'react'
import { back, type Book } from '../book.ts'
import styles from '../book.module.css'
import type { StepName } from '../draft.ts'
import { Go, Question, Trouble } from '../frame.tsx'
import { birthDate, dateText, momentText } from '../times.ts'
import { useFinish } from '../use-finish.ts'
import { Gone } from './gone.tsx'
import { KeptVisit } from './kept-visit.tsx'

export function CheckStep({ book }: { readonly book: Book }) {
  const { draft, offer, kind, place, say, language, go } = book
  const [website, setWebsite] = useState('')
  const { isBusy, trouble, next, sayWho } = useFinish(book)
  if (next) return <Gone book={book} next={next} />
  const born = birthDate(draft)
  const facts: readonly (readonly [string, string, StepName])[] = [
    [say('what'), (language === 'es' ? kind?.nameEs : kind?.name) ?? '', 'what'],
    [say('when'), draft.kept ? momentText(draft.kept.start, draft.kept.timeZone, language) : '', 'when'],
    [say('where'), place?.name ?? '', 'where'],
    [say('who'), `${draft.given} ${draft.family}`, 'name'],
    [say('born'), born === null ? '' : dateText(born, language, 'long'), 'birth'],
    [say('reach'), [draft.phone, draft.email].filter((one) => one.trim() !== '').join(', '), 'contact'],
  ]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void sayWho(website)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <Question>{say('checkTitle')}</Question>
        <KeptVisit book={book} />
      </div>
      <dl className={styles.facts}>
        {facts
          .filter(([, , step]) => step !== 'where' || (kind?.placeKeys.length ?? 0) > 1)
          .map(([label, value, step]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}
                <button type="button" aria-label={`${say('change')}: ${label}`} onClick={() => go(step)}>
                  {say('change')}
                </button>
              </dd>
            </div>
          ))}
      </dl>
      <div className={styles.trap} aria-hidden="true">
        <label>
          Website
          <input
            tabIndex={-1}
            autoComplete="off"
            value={website}
            onChange={(event) => setWebsite(event.target.value)}
          />
        </label>
      </div>
      <span className={styles.saved}>✓ {say('saved')}</span>
      {trouble !== null && <Trouble>{trouble}</Trouble>}
      <Go
        say={say}
        label={say(offer.sendsCodes && draft.email.trim() !== '' ? 'sendIt' : 'book')}
        isBusy={isBusy}
        onBack={back}
      />
    </form>
  )
}
