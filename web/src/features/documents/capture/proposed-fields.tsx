import { Checkbox, Signal } from '../../../ui/index.ts'
import styles from '../documents.module.css'
import { useWords } from '../use-words.ts'

/** A value that was read, to be held against the card by a person. */
export interface Proposed {
  readonly name: string
  readonly label: string
  /** As it is shown. */
  readonly text: string
  readonly from: string
  /** Why it may be wrong. */
  readonly doubt: string | null
  /** What stands in the form or record now; null: nothing. */
  readonly now: string | null
}

export interface ProposedFieldsProps {
  readonly fields: readonly Proposed[]
  readonly taken: ReadonlySet<string>
  readonly onTaken: (taken: ReadonlySet<string>) => void
}

function isSame({ text, now }: Proposed): boolean {
  return now !== null && now.trim().toLowerCase() === text.trim().toLowerCase()
}

/** None is ticked to begin with: each is taken by a person who looked at it. */
export function ProposedFields({ fields, taken, onTaken }: ProposedFieldsProps) {
  const { say } = useWords()
  const set = (name: string, isTaken: boolean) => {
    const next = new Set(taken)
    if (isTaken) next.add(name)
    else next.delete(name)
    onTaken(next)
  }
  return (
    <ul className={styles.proposed} aria-label={say('proposed')}>
      {fields.map((field) => (
        <li key={field.name}>
          {isSame(field) ? (
            <p className={styles.same}>
              <b>{field.label}</b> {field.text} <Signal kind="ok">{say('sameHere')}</Signal>
            </p>
          ) : (
            <Checkbox
              isSelected={taken.has(field.name)}
              onChange={(isTaken) => set(field.name, isTaken)}
              description={
                <>
                  {field.now !== null && field.now !== '' && (
                    <span className={styles.now}>{say('nowHere', { value: field.now })} </span>
                  )}
                  {field.doubt && <Signal kind="warn">{field.doubt}</Signal>}
                  <span className={styles.from}>{say('readFrom', { words: field.from })}</span>
                </>
              }
            >
              <span>
                {field.label}: <b>{field.text}</b>
              </span>
            </Checkbox>
          )}
        </li>
      ))}
    </ul>
  )
}

export function takenOf(fields: readonly Proposed[], taken: ReadonlySet<string>): readonly string[] {
  return fields.filter((field) => taken.has(field.name) && !isSame(field)).map(({ name }) => name)
}
