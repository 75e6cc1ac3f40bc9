import { fieldName, formatPhone } from '@foyer/patients'
import { type ReactNode, useId } from 'react'
import { type Choice, type Column, type Comparison, contactsFirst, type Face, standing } from './face.ts'
import { useWords } from './use-words.ts'
import { valueText } from './value-text.ts'
import styles from './worklist.module.css'

export interface FaceFieldsProps {
  readonly pair: Comparison
  readonly face: Face
  readonly onChange: (face: Face) => void
}

/** What differs, each with the choice of what stands afterwards: Tab from field to field, arrows to choose. */
export function FaceFields({ pair, face, onChange }: FaceFieldsProps) {
  const { say, locale } = useWords()
  const differing = pair.fields.filter(({ differs }) => differs)
  const same = pair.fields.filter(({ differs, first }) => !differs && first !== null && first !== '' && first !== false)
  const contacts = (column: Column) =>
    [...pair[column].phones.map((phone) => formatPhone(phone)), ...pair[column].emails].join(', ') || say('empty')
  const hasContacts = contacts('first') !== contacts('second')
  return (
    <section aria-labelledby="differs-title">
      <h3 id="differs-title">{say('differs')}</h3>
      <p className={styles.soft}>{say(differing.length > 0 || hasContacts ? 'differsHelp' : 'nothingDiffers')}</p>
      <div className={styles.fields}>
        {differing.map((field) => (
          <FieldChoice
            key={field.field}
            label={fieldName(field.field, locale)}
            first={valueText(field.field, field.first, say, locale)}
            second={valueText(field.field, field.second, say, locale)}
            both={field.isList ? say('both') : null}
            chosen={standing(field, face)}
            onChoose={(choice) => onChange({ ...face, fields: { ...face.fields, [field.field]: choice } })}
          />
        ))}
        {hasContacts && (
          <FieldChoice
            label={say('contacts')}
            first={contacts('first')}
            second={contacts('second')}
            both={null}
            chosen={contactsFirst(face)}
            onChoose={(choice) => choice !== 'both' && onChange({ ...face, contacts: choice })}
          />
        )}
      </div>
      {same.length > 0 && (
        <>
          <h3>{say('sameInBoth')}</h3>
          <dl className={styles.same}>
            {same
              .filter(({ first }) => !Array.isArray(first) || first.length > 0)
              .map(({ field, first }) => (
                <div key={field}>
                  <dt>{fieldName(field, locale)}</dt>
                  <dd>{valueText(field, first, say, locale)}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
    </section>
  )
}

interface FieldChoiceProps {
  readonly label: string
  readonly first: ReactNode
  readonly second: ReactNode
  /** Null where only one value can stand. */
  readonly both: string | null
  readonly chosen: Choice
  readonly onChoose: (choice: Choice) => void
}

function FieldChoice({ label, first, second, both, chosen, onChoose }: FieldChoiceProps) {
  const id = useId()
  const option = (choice: Choice, text: ReactNode) => (
    <label className={chosen === choice ? styles.chosen : styles.option}>
      <input type="radio" name={id} checked={chosen === choice} onChange={() => onChoose(choice)} />
      <span>{text}</span>
    </label>
  )
  return (
    <div role="radiogroup" aria-labelledby={`${id}label`} className={styles.field}>
      <span id={`${id}label`} className={styles.label}>
        {label}
      </span>
      {option('first', first)}
      {option('second', second)}
      {both !== null && <span className={styles.both}>{option('both', both)}</span>}
    </div>
  )
}
