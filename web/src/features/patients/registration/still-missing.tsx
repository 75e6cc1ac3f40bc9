import type { MissingField } from '@foyer/patients'
import styles from '../patients.module.css'
import { fieldsText, useWords } from './use-words.ts'

/** Before the button: what stays open if it is pressed now, in a voice that does not push. */
export function StillMissing({ missing }: { readonly missing: readonly MissingField[] }) {
  const { say } = useWords()
  if (missing.length === 0) return null
  return <p className={styles.small}>{say('stillOpen', { fields: fieldsText(missing, say) })}</p>
}
