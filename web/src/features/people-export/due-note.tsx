import { peopleExport } from '@foyer/contract'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../../app/ask.ts'
import { useMay } from '../../app/session.ts'
import { buttonClass, Signal } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

/** How many copies of records are still to be given, and the way to them; nothing where there are none. */
export function CopiesDueNote() {
  const { say } = useWords()
  const counts = useAsk(peopleExport.countDueCopies, {}, { isEnabled: useMay('patient.export') }).data
  if (counts === undefined || counts.open === 0) return null
  return (
    <Link to="/patients/copies" className={buttonClass({ variant: 'plain', size: 'sm' })}>
      → {say('dueNote', { count: counts.open })}
      {counts.overdue > 0 && <Signal kind="bad">{say('overdueNote', { count: counts.overdue })}</Signal>}
    </Link>
  )
}
