import { Signal } from '../../ui/index.ts'
import { useReachText } from '../relatives/index.ts'
import styles from './calls.module.css'
import type { Call } from './use-phone.ts'

/** What to heed on the phone with this caller: under the name, so that it is read before anything is said. */
export function CallerNotes({ call, callerId }: { readonly call: Call; readonly callerId: string | null }) {
  const text = useReachText()
  const notes = call.candidates.find(({ id }) => id === callerId)?.notes ?? []
  if (notes.length === 0) return null
  return (
    <span className={styles.notes}>
      {notes.map((note) => (
        <Signal key={note.kind} kind={note.kind === 'remark' ? 'info' : 'warn'} size="sm">
          {text(note, 'short')}
        </Signal>
      ))}
    </span>
  )
}
