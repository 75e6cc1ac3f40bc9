import type { Book } from '../book.ts'
import styles from '../book.module.css'
import type { Time } from '../draft.ts'
import { Question } from '../frame.tsx'
import { momentText } from '../times.ts'

/** The time went to somebody else at the last moment. */
export function Gone({ book, next }: { readonly book: Book; readonly next: readonly Time[] }) {
  const { place, say, language, go } = book
  return (
    <>
      <Question lead={say('takenLead')}>{say('taken')}</Question>
      <ul className={styles.choices}>
        {next.map((time) => (
          <li key={time.start}>
            <button type="button" className={styles.choice} onClick={() => go('when')}>
              {momentText(time.start, place?.timeZone ?? 'UTC', language)}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.quietButton} onClick={() => go('when')}>
        {say('otherTimes')}
      </button>
    </>
  )
}
