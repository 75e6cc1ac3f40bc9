import type { ReachNote } from '@foyer/patients'
import { classNames, Signal } from '../../ui/index.ts'
import styles from './relatives.module.css'
import { useReachText } from './use-reach-text.ts'
import { useWords } from './use-words.ts'

export interface ReachNotesProps {
  readonly notes: readonly ReachNote[]
  readonly length?: 'full' | 'short'
  readonly className?: string | undefined
}

/** How the patient asked to be reached and who else answers there; nothing where there is nothing to heed. */
export function ReachNotes({ notes, length = 'full', className }: ReachNotesProps) {
  const { say } = useWords()
  const text = useReachText()
  if (notes.length === 0) return null
  return (
    <ul aria-label={say('reachNotes')} className={classNames(styles.notes, className)}>
      {notes.map((note) => {
        const key = note.kind === 'shared' ? `${note.kind} ${note.value}` : note.kind
        return (
          <li key={key}>{note.kind === 'remark' ? text(note) : <Signal kind="warn">{text(note, length)}</Signal>}</li>
        )
      })}
    </ul>
  )
}
