import type { MissingField } from '@foyer/patients'
import { Button } from '../../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import styles from '../registration.module.css'

export interface FillButtonsProps {
  readonly fields: readonly MissingField[]
  readonly onFill: (field: MissingField) => void
}

/** One button for each missing field: it opens the form that holds it. */
export function FillButtons({ fields, onFill }: FillButtonsProps) {
  const { say } = useWords()
  return (
    <div className={styles.fill} role="group" aria-label={say('fillIn')}>
      {fields.map((field) => (
        <Button
          key={field}
          size="sm"
          aria-label={say('fillField', { field: say(`field_${field}`) })}
          onPress={() => onFill(field)}
        >
          {say(`field_${field}`)}
        </Button>
      ))}
    </div>
  )
}
