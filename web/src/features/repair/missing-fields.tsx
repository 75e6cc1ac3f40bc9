import { Button, ComboBox, type Option } from '../../ui/index.ts'
import styles from './repair.module.css'
import { useWords } from './use-words.ts'

/** So many resources one repair may be about. */
const most = 20

type MissingFieldsProps = {
  readonly options: readonly Option[]
  /** One for each field; null where nothing is chosen. */
  readonly fields: readonly (string | null)[]
  readonly onChange: (fields: readonly (string | null)[]) => void
  readonly isNobody: boolean
}

/** Who or what is missing: a field for each, and another for what else. */
export function MissingFields({ options, fields, onChange, isNobody }: MissingFieldsProps) {
  const { say } = useWords()
  const isFull = !fields.includes(null) && fields.length < most
  return (
    <>
      {[...fields.entries()].map(([at, value]) => (
        <ComboBox
          key={`field ${at}`}
          label={say(at === 0 ? 'who' : 'whoElse')}
          options={options.filter(({ id }) => id === value || !fields.includes(id))}
          value={value}
          onChange={(id) => onChange(fields.map((one, index) => (index === at ? id : one)))}
          placeholder={say('whoNext')}
          emptyText={say('nobodyByName')}
          isRequired={at === 0}
          autoFocus={at > 0 && value === null}
          {...(at === 0 && isNobody ? { errorMessage: say('missingWho') } : {})}
        />
      ))}
      {isFull && (
        <div className={styles.acts}>
          <Button size="sm" variant="quiet" onPress={() => onChange([...fields, null])}>
            {say('addMissing')}
          </Button>
        </div>
      )}
    </>
  )
}
