import type { MissingField } from '@foyer/patients'
import styles from '../patients.module.css'
import { laterFields } from './missing-of-draft.ts'
import { fieldsText, useWords } from './use-words.ts'

/** Before the button: what stays open if it is pressed now, in a voice that does not push. */
export function StillMissing({ missing }: { readonly missing: readonly MissingField[] }) {
  const { say } = useWords()
  const here = missing.filter((field) => !laterFields.has(field))
  const later = missing.filter((field) => laterFields.has(field))
  return (
    <div className={styles.small}>
      {here.length > 0 && <p>{say('stillOpen', { fields: fieldsText(here, say) })}</p>}
      {later.length > 0 && <p>{say('later', { fields: fieldsText(later, say) })}</p>}
    </div>
  )
}
