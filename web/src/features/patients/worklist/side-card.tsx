import { displayName, formatPhone } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useSite } from '../../../app/site.ts'
import { formatDateAt } from '../../../ui/index.ts'
import { TwoIdentifiers } from '../two-identifiers.tsx'
import type { Column, Comparison } from './face.ts'
import { useWords } from './use-words.ts'
import styles from './worklist.module.css'

export interface SideCardProps {
  readonly column: Column
  readonly side: Comparison['first']
  readonly goesOn: boolean
  readonly onGoesOn: () => void
}

/** One of the two records: who, how to reach them, how much hangs on it, and whether it goes on. */
export function SideCard({ column, side, goesOn, onGoesOn }: SideCardProps) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  return (
    <div className={goesOn ? styles.sideOn : styles.side}>
      <p className={styles.name}>
        <Link to="/patients/$patientId" params={{ patientId: side.id }}>
          {displayName(side.name)}
        </Link>
      </p>
      <p className={styles.facts}>
        <TwoIdentifiers person={side} />
      </p>
      <p className={styles.facts}>{[...side.phones.map((phone) => formatPhone(phone)), ...side.emails].join(' · ')}</p>
      <p className={styles.facts}>
        {say('visits', { count: side.visits })} · {say('coverages', { count: side.coverages })} ·{' '}
        {say('since', { date: formatDateAt(side.createdAt, timeZone, locale) })}
      </p>
      <label className={styles.goesOn}>
        <input type="radio" name="goes-on" value={column} checked={goesOn} onChange={onGoesOn} />
        <span>{say(goesOn ? 'thisGoesOn' : 'leads')}</span>
      </label>
    </div>
  )
}
