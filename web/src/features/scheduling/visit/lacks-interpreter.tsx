import { languageName } from '@foyer/patients'
import { bringsInterpreter, hasInterpreter } from '@foyer/scheduling'
import { usePractice } from '../../../app/site.ts'
import { Button, Notice, useShortcuts } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import type { Appointment } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { useAddInterpreter } from './use-add-interpreter.ts'

type LacksInterpreterProps = {
  readonly appointment: Appointment
  readonly names: Names
  /** Its key means something. */
  readonly isIdle: boolean
}

/** Somebody needs an interpreter and their visit has none: one key gives it one at its time. */
export function LacksInterpreter({ appointment, names, isIdle }: LacksInterpreterProps) {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const add = useAddInterpreter(names)
  const { patient, visitTypeId, groupSessionId, assignments, can } = appointment
  const type = visitTypes.find(({ id }) => id === visitTypeId)
  const lacks = patient.interpreterNeeded && !bringsInterpreter(assignments) && !(type && hasInterpreter(type))
  const mayAdd = lacks && can.move && groupSessionId === null
  const run = () => void add(appointment)
  useShortcuts({ i: { label: say('interpreterAdd'), run } }, { scope: 'dialog', isEnabled: isIdle && mayAdd })
  if (!lacks) return null
  return (
    <div className={styles.remark}>
      <Notice
        kind="warn"
        title={say('interpreterNeeded', { language: languageName(patient.language, locale) })}
        action={
          mayAdd && (
            <Button size="sm" shortcut="i" onPress={run}>
              {say('interpreterAdd')}
            </Button>
          )
        }
      />
    </div>
  )
}
