import { fieldRules, type RegistrationField, type RegistrationRule } from '@foyer/patients'
import { X } from 'lucide-react'
import { usePractice } from '../../../app/site.ts'
import { IconButton, StateMark } from '../../../ui/index.ts'
import styles from './registration.module.css'
import { useWords } from './use-words.ts'

export interface ExceptionsProps {
  readonly field: RegistrationField
  readonly rules: readonly RegistrationRule[]
  /** Null where the caller may not. */
  readonly onRemove: ((visitTypeId: string) => void) | null
}

/** What visit types say of a field; where one asks for less than the practice does, that is said. */
export function Exceptions({ field, rules, onRemove }: ExceptionsProps) {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const own = visitTypes.filter(({ id }) => rules.some((rule) => rule.visitTypeId === id && rule.field === field))
  if (own.length === 0) return null
  return (
    <ul className={styles.exceptions}>
      {own.map(({ id, name, nameEs }) => {
        const rule = fieldRules(rules, id).find((one) => one.field === field)
        const visitType = locale === 'es' ? nameEs : name
        return (
          <li key={id}>
            {say('exceptionText', { visitType, requirement: say(rule?.requirement ?? 'asked') })}
            {rule?.weakens && <StateMark kind="warn" label={say('weaker')} showLabel />}
            {onRemove && (
              <IconButton
                icon={X}
                size="sm"
                label={say('removeException', { field: say(`field_${field}`), visitType })}
                onPress={() => onRemove(id)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
