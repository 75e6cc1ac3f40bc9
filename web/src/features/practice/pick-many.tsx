import { useId, useState } from 'react'
import { Button, Checkbox, SearchField } from '../../ui/index.ts'
import styles from './pick-many.module.css'
import { useWords } from './use-words.ts'

export interface Choice {
  readonly id: string
  readonly label: string
  /** Choices with the same group stand under it. */
  readonly group?: string
}

export interface PickManyProps {
  readonly legend: string
  readonly description?: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly errorMessage?: string | undefined
  readonly hasAll?: boolean
  readonly empty?: string
}

const longList = 9

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Several of many, as boxes to tick; a long list can be narrowed by typing. */
export function PickMany(props: PickManyProps) {
  const { legend, description, choices, chosen, onChange, errorMessage, hasAll, empty } = props
  const { say } = useWords()
  const noteId = useId()
  const [wanted, setWanted] = useState('')
  const shown = choices.filter(({ label, group = '' }) => fold(`${label} ${group}`).includes(fold(wanted.trim())))
  const groups = [...Map.groupBy(shown, ({ group = '' }) => group)]
  const shownIds = shown.map(({ id }) => id)
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, id] : chosen.filter((known) => known !== id))
  return (
    <fieldset className={styles.field} aria-describedby={noteId}>
      <legend className={styles.legend}>{legend}</legend>
      <div id={noteId} className={styles.note}>
        {description && <p>{description}</p>}
        {choices.length === 0 && <p>{empty}</p>}
        {errorMessage && (
          <p className={styles.fault}>
            <span aria-hidden>✕ </span>
            {errorMessage}
          </p>
        )}
      </div>
      {choices.length > longList && (
        <SearchField label={say('narrow')} placeholder={say('narrow')} value={wanted} onChange={setWanted} />
      )}
      {choices.length > 0 && (
        <div className={styles.list}>
          {groups.map(([group, members]) => (
            <div key={group} className={styles.members}>
              {group !== '' && <p className={styles.group}>{group}</p>}
              {members.map(({ id, label }) => (
                <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(isOn) => toggle(id, isOn)}>
                  {label}
                </Checkbox>
              ))}
            </div>
          ))}
        </div>
      )}
      {choices.length > 0 && (
        <div className={styles.foot}>
          <span role="status">{say('chosenOf', { chosen: chosen.length, count: choices.length })}</span>
          {hasAll && (
            <>
              <Button size="sm" variant="quiet" onPress={() => onChange([...new Set([...chosen, ...shownIds])])}>
                {say('chooseAll')}
              </Button>
              <Button size="sm" variant="quiet" onPress={() => onChange(chosen.filter((id) => !shownIds.includes(id)))}>
                {say('chooseNone')}
              </Button>
            </>
          )}
        </div>
      )}
    </fieldset>
  )
}
