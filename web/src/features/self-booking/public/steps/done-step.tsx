import type { Book } from '../book.ts'
import styles from '../book.module.css'
import { Question } from '../frame.tsx'
import { momentText } from '../times.ts'

export function DoneStep({ book }: { readonly book: Book }) {
  const { organization, offer, draft, kind, place, say, language, startOver } = book
  const { booked } = draft
  if (!booked) return null
  const isSet = booked.state === 'booked'
  const prep = language === 'es' ? (kind?.prepEs ?? kind?.prep) : kind?.prep
  return (
    <>
      <Question lead={say(isSet ? 'bookedLead' : 'pendingLead')}>
        {say(isSet ? 'bookedTitle' : 'pendingTitle')}
      </Question>
      <div className={styles.visit}>
        <b>{momentText(booked.start, booked.timeZone, language)}</b>
        {place?.name}
        {place?.address && !kind?.byVideo && ` · ${place.address.line}, ${place.address.city}`}
      </div>
      {booked.isInterpreted && <p className={styles.lead}>{say('interpreted')}</p>}
      {offer.sendsCodes && draft.email.trim() !== '' && draft.mayWrite && (
        <p className={styles.lead}>{say('mailComes')}</p>
      )}
      {prep && (
        <section>
          <h2 className={styles.part}>{say('prep')}</h2>
          <p>{prep}</p>
        </section>
      )}
      <div className={styles.go}>
        <a className={styles.goButton} href={`/book/${organization}#${booked.visit}`}>
          {say('yourLink')}
        </a>
        <button type="button" className={styles.quietButton} onClick={startOver}>
          {say('another')}
        </button>
      </div>
    </>
  )
}
