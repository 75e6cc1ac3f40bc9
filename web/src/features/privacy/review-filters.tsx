import { Button, DateField, Segmented, Select } from '../../ui/index.ts'
import styles from './privacy.module.css'
import type { Openings, ReviewChoice } from './shapes.ts'
import { useWords } from './use-words.ts'

const everybody = 'all'

interface ReviewFiltersProps {
  readonly choice: ReviewChoice
  readonly openers: Openings['openers']
  readonly onChange: (choice: ReviewChoice) => void
}

/** Which openings are listed: those to look at or those looked at, by whom, from when until when. */
export function ReviewFilters({ choice, openers, onChange }: ReviewFiltersProps) {
  const { say } = useWords()
  const { state, staffId, first, last } = choice
  const isNarrowed = staffId !== null || first !== null || last !== null
  return (
    <div role="search" aria-label={say('filters')} className={styles.filters}>
      <Segmented
        label={say('filterState')}
        options={[
          { id: 'waiting', label: say('toLookAt') },
          { id: 'reviewed', label: say('looked') },
        ]}
        value={state}
        onChange={(id) => onChange({ ...choice, state: id })}
      />
      <Select
        label={say('openedBy')}
        options={[{ id: everybody, label: say('anybody') }, ...openers.map(({ id, name }) => ({ id, label: name }))]}
        value={staffId ?? everybody}
        onChange={(id) => onChange({ ...choice, staffId: id === everybody ? null : id })}
      />
      <DateField label={say('from')} value={first} onChange={(day) => onChange({ ...choice, first: day })} />
      <DateField label={say('until')} value={last} onChange={(day) => onChange({ ...choice, last: day })} />
      {isNarrowed && (
        <Button variant="quiet" onPress={() => onChange({ state, staffId: null, first: null, last: null })}>
          {say('clearFilters')}
        </Button>
      )}
    </div>
  )
}
