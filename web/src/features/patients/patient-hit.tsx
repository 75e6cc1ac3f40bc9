import { displayName, formatPhone } from '@foyer/patients'
import { dateAt, Temporal } from '@foyer/kernel'
import { useSite, useToday } from '../../app/site.ts'
import { Tag } from '../../ui/index.ts'
import { UnknownTag } from './registration/unknown-tag.tsx'
import styles from './patients.module.css'
import { dayText } from './person-text.ts'
import type { PatientHit } from './shapes.ts'
import { TwoIdentifiers } from './two-identifiers.tsx'
import { useWords } from './use-words.ts'
import { whyFound } from './why-found.ts'

/** One found person: name, two identifiers, how to reach them, and why they were found. */
export function PatientHitLine({ hit }: { readonly hit: PatientHit }) {
  const { say, locale } = useWords()
  const site = useSite()
  const today = useToday(site)
  const facts = [
    hit.site ?? hit.city,
    hit.nextVisit &&
      say('nextOn', { date: dayText(dateAt(Temporal.Instant.from(hit.nextVisit), site.timeZone), today, locale) }),
  ].filter(Boolean)
  return (
    <span className={styles.hit}>
      <span className={styles.hitName}>
        {displayName(hit.name)} <UnknownTag name={hit.name} /> {hit.deceased && <Tag>{say('deceased')}</Tag>}
        {hit.mergedInto && <Tag>{say('mergedInto', { name: displayName(hit.mergedInto.name) })}</Tag>}
      </span>
      <span className={styles.hitWhy}>{whyFound(hit.reasons, say)}</span>
      <span className={styles.hitFacts}>
        <TwoIdentifiers person={hit} />
        {hit.phone && (
          <>
            {' · '}
            <span className={styles.together}>{formatPhone(hit.phone)}</span>
          </>
        )}
        {facts.length > 0 && ` · ${facts.join(' · ')}`}
      </span>
    </span>
  )
}
