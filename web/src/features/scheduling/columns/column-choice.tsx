import { useState } from 'react'
import { Button, Checkbox, Popover, SearchField } from '../../../ui/index.ts'
import type { DayResource } from '../shapes.ts'
import { listText } from '../wish/wish-words.ts'
import { useWords } from '../words.ts'
import { type ChosenColumns, isChosen, kinds, toggled, withKind } from './chosen-columns.ts'
import { ColumnSets } from './column-sets.tsx'
import calendar from '../calendar.module.css'
import styles from './columns.module.css'

type ColumnChoiceProps = {
  readonly siteId: string
  readonly resources: readonly Pick<DayResource, 'id' | 'kind' | 'name' | 'specialty'>[]
  readonly chosen: ChosenColumns
  readonly onChoose: (chosen: ChosenColumns) => void
  /** Whether other sites stand beside this one; absent where there are none. */
  readonly allSites?: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }
}

export function ColumnChoice({ siteId, resources, chosen, onChoose, allSites }: ColumnChoiceProps) {
  const { say, locale } = useWords()
  const [wanted, setWanted] = useState('')
  const [setName, setSetName] = useState<string | null>(null)
  const count = resources.filter((one) => isChosen(chosen, one)).length
  const whole = listText(
    chosen.kinds.map((kind) => say(`kind_${kind}`)),
    locale,
    'conjunction',
  )
  const only = chosen.ids.length === 1 && resources.find(({ id }) => id === chosen.ids[0])?.name
  const listed =
    setName ?? (chosen.ids.length === 0 && chosen.kinds.length < 2 ? whole : only || say('columnsCount', { count }))
  const choose = (next: ChosenColumns, name: string | null = null) => {
    setSetName(name)
    onChoose(next)
  }
  const words = wanted.trim().toLocaleLowerCase(locale).split(/\s+/)
  const fits = ({ name, specialty }: { name: string; specialty: string | null }) =>
    words.every((word) => `${name} ${specialty ?? ''}`.toLocaleLowerCase(locale).includes(word))
  const trigger = (
    <Button size="sm">
      {say('columns')}
      <span className={calendar.chosen}>: {listed || '–'}</span>
    </Button>
  )
  return (
    <Popover trigger={trigger} label={say('columns')} placement="bottom end">
      <div className={styles.choice}>
        {allSites && (
          <Checkbox isSelected={allSites.isOn} onChange={allSites.onChange}>
            {say('allSites')}
          </Checkbox>
        )}
        <SearchField
          label={say('columnSearch')}
          value={wanted}
          onChange={setWanted}
          placeholder={say('columnSearch')}
        />
        <div className={styles.kinds}>
          <Checkbox
            isSelected={chosen.kinds.includes('site')}
            onChange={(isOn) => choose(withKind(chosen, 'site', isOn, resources))}
          >
            {say('all_site')}
          </Checkbox>
          {kinds.map((kind) => {
            const ofKind = resources.filter((one) => one.kind === kind)
            const found = ofKind.filter(fits)
            if (found.length === 0) return null
            const isWhole = chosen.kinds.includes(kind)
            return (
              <fieldset key={kind} className={styles.kind}>
                <legend>
                  <Checkbox isSelected={isWhole} onChange={(isOn) => choose(withKind(chosen, kind, isOn, resources))}>
                    {say(`all_${kind}`, { count: ofKind.length })}
                  </Checkbox>
                </legend>
                {found.map((one) => (
                  <Checkbox
                    key={one.id}
                    isSelected={isChosen(chosen, one)}
                    onChange={() => choose(toggled(chosen, one, resources))}
                  >
                    {one.name} {one.specialty && <small>{one.specialty}</small>}
                  </Checkbox>
                ))}
              </fieldset>
            )
          })}
        </div>
        <ColumnSets siteId={siteId} resources={resources} chosen={chosen} onChoose={choose} />
      </div>
    </Popover>
  )
}
