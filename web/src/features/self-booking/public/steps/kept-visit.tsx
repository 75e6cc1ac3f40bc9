import type { Book } from '../book.ts'
import styles from '../book.module.css'
import { KeptNote } from '../kept-note.tsx'
import { cityOf, isOtherClock, momentText } from '../times.ts'

/** The time that is kept, and how long. */
export function KeptVisit({ book }: { readonly book: Book }) {
  const { draft, place, language, say } = book
  const { kept } = draft
  if (!kept || !place) return null
  return (
    <div className={styles.visit}>
      <b>{momentText(kept.start, kept.timeZone, language)}</b>
      {place.name}
      {kept.clinician && ` · ${kept.clinician.name}`}
      {isOtherClock(kept.start, kept.timeZone) && ` · ${say('zone', { city: cityOf(kept.timeZone) })}`}
      <KeptNote expiresAt={kept.expiresAt} say={say} />
    </div>
  )
}
