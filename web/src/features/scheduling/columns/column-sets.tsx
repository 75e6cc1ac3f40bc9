import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, Checkbox, IconButton, TextField } from '../../../ui/index.ts'
import type { DayResource } from '../shapes.ts'
import { useWords } from '../words.ts'
import { type ChosenColumns, isChosen } from './chosen-columns.ts'
import styles from './columns.module.css'
import { type ColumnSet, useColumnSets } from './use-column-sets.ts'

type ColumnSetsProps = {
  readonly siteId: string
  readonly resources: readonly Pick<DayResource, 'id' | 'kind'>[]
  readonly chosen: ChosenColumns
  readonly onChoose: (chosen: ChosenColumns, name: string) => void
}

/** Sets that were kept, and the way to keep what is shown now. */
export function ColumnSets({ siteId, resources, chosen, onChoose }: ColumnSetsProps) {
  const { say } = useWords()
  const { sets, mayShare, add, remove } = useColumnSets(siteId)
  const [isShared, setShared] = useState(false)
  const [name, setName] = useState('')
  const shown = resources.filter((one) => isChosen(chosen, one)).map(({ id }) => id)
  const save = () => {
    const words = name.trim()
    if (words === '' || shown.length === 0) return
    add(words, shown, isShared)
    setName('')
  }
  const section = useRef<HTMLElement>(null)
  /** The button goes with its set: before that, the focus is handed to what stays. */
  const removeAt = (index: number, set: ColumnSet) => {
    const rows = section.current?.querySelectorAll('li') ?? []
    const stays = rows[index + 1] ?? rows[index - 1]
    ;(stays?.querySelector('button') ?? section.current?.querySelector('input'))?.focus()
    remove(set)
  }
  return (
    <section className={styles.sets} ref={section} aria-label={say('columnSets')}>
      {sets.length > 0 && (
        <ul className={styles.setList}>
          {sets.map((set, index) => (
            <li key={set.id}>
              <Button size="sm" onPress={() => onChoose({ kinds: [], ids: set.resourceIds }, set.name)}>
                {set.name}
              </Button>
              {(!set.shared || mayShare) && (
                <IconButton
                  icon={X}
                  size="sm"
                  variant="plain"
                  label={say('columnSetRemove', { name: set.name })}
                  onPress={() => removeAt(index, set)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.save}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField label={say('columnSetName')} value={name} onChange={setName} maxLength={60} />
        <Button type="submit" size="sm" isDisabled={name.trim() === '' || shown.length === 0}>
          {say('columnSetSave')}
        </Button>
      </form>
      {mayShare && (
        <Checkbox isSelected={isShared} onChange={setShared}>
          {say('columnSetShared')}
        </Checkbox>
      )}
    </section>
  )
}
