import { displayName } from '@foyer/patients'
import { Button, formatBirthDate, useShortcuts } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import styles from './check-in.module.css'
import type { StepProps } from './step-props.ts'

export function IdentityStep({ item, checkIn, acts }: StepProps) {
  const { say, locale } = useWords()
  const { name, birthDate } = checkIn.visit.patient
  const isReady = item.state === 'ready'
  const confirm = () => acts.confirm('identity')
  useShortcuts({ i: { label: say('identityDo'), run: confirm } }, { isEnabled: !isReady })
  if (isReady) {
    return (
      <div className={styles.actions}>
        <Button size="sm" variant="quiet" onPress={() => acts.takeBack('identity')}>
          {say('undoStep')}
        </Button>
      </div>
    )
  }
  const date = /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? formatBirthDate(birthDate, locale) : birthDate
  return (
    <>
      <p className={styles.ask}>{say('identityAsk', { name: displayName(name), date })}</p>
      <div className={styles.actions}>
        <Button size="sm" variant="go" shortcut="i" onPress={confirm}>
          {say('identityDo')}
        </Button>
      </div>
    </>
  )
}
