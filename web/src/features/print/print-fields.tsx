import { print } from '@foyer/contract'
import { ComboBox, Notice, RadioGroup, Switch } from '../../ui/index.ts'
import styles from './print.module.css'
import { kinds, mostPages, type Place, type Who, type Wish } from './wish.ts'
import { useWords } from './words.ts'

export interface PrintFieldsProps {
  readonly place: Place
  readonly wish: Wish
  readonly onChange: (wish: Wish) => void
}

export function PrintFields({ place, wish, onChange }: PrintFieldsProps) {
  const { say } = useWords()
  const { shownIds, resources } = place
  const set = (change: Partial<Wish>) => onChange({ ...wish, ...change })
  const whose: readonly Who[] = [
    ...(shownIds.length > 0 ? (['shown'] as const) : []),
    'everybody',
    ...kinds.filter((kind) => resources.some((one) => one.kind === kind)),
    'one',
  ]
  const wordOf = (id: Who): string => {
    if (id === 'shown') return say('shown', { count: shownIds.length })
    return id === 'everybody' || id === 'one' ? say(id) : say(`kind_${id}`)
  }
  return (
    <div className={styles.form}>
      <RadioGroup
        label={say('period')}
        options={(['day', 'week'] as const).map((id) => ({ id, label: say(id) }))}
        value={wish.period}
        onChange={(period) => set({ period })}
        orientation="horizontal"
      />
      {wish.period === 'week' && (
        <RadioGroup
          label={say('layout')}
          options={(['week', 'day'] as const).map((id) => ({ id, label: say(`layout_${id}`) }))}
          value={wish.layout}
          onChange={(layout) => set({ layout })}
        />
      )}
      <RadioGroup
        label={say('who')}
        options={whose.map((id) => ({ id, label: wordOf(id) }))}
        value={wish.who}
        onChange={(who) => set({ who })}
      />
      {wish.who === 'one' && (
        <ComboBox
          label={say('one')}
          hideLabel
          options={resources.map(({ id, name }) => ({ id, label: name }))}
          value={wish.oneId}
          onChange={(oneId) => set({ oneId })}
        />
      )}
      {mostPages(wish, place) > print.mostPrintPages && (
        <Notice kind="warn">{say('manyPages', { most: print.mostPrintPages })}</Notice>
      )}
      <Switch
        isSelected={wish.withPatients}
        onChange={(withPatients) => set({ withPatients })}
        description={say('withPatientsHelp')}
      >
        {say('withPatients')}
      </Switch>
    </div>
  )
}
