import { authorityKindWords, authorityStateWords, conceptText, kinText } from '@foyer/patients'
import { formatBirthDate, Button, Panel, Signal } from '../../ui/index.ts'
import styles from './relatives.module.css'
import type { GrantedAuthority, People } from './shapes.ts'
import { useWords } from './use-words.ts'

const open: readonly GrantedAuthority['state'][] = ['in-force', 'not-begun', 'barred']

interface GuarantorPanelProps {
  readonly people: People
  readonly onName: () => void
  readonly onEnd: (authority: GrantedAuthority) => void
}

/** Who answers for the patient's bills (FHIR Account.guarantor): those named, else the patient. */
export function GuarantorPanel({ people, onName, onEnd }: GuarantorPanelProps) {
  const { say, locale } = useWords()
  const { change } = people.can
  const day = (date: string) => formatBirthDate(date, locale)
  const guarantors = people.relatives.flatMap((person) =>
    person.authorities
      .filter(({ kind, state }) => kind === 'guarantor' && open.includes(state))
      .map((authority) => ({ person, authority })),
  )
  const isNamed = guarantors.some(({ authority }) => authority.state === 'in-force')
  const name = change && people.relatives.length > 0 && (
    <Button size="sm" variant="quiet" onPress={onName}>
      {say('guarantorName')}
    </Button>
  )
  return (
    <Panel title={say('guarantor')} aside={name}>
      {!isNamed &&
        (people.age.isMinor ? (
          <p>
            <Signal kind="warn">{say('guarantorOfMinor')}</Signal>
          </p>
        ) : (
          <p>{say('guarantorSelf')}</p>
        ))}
      {change && people.relatives.length === 0 && <p className={styles.small}>{say('guarantorAddFirst')}</p>}
      {guarantors.length > 0 && (
        <ul className={styles.grants}>
          {guarantors.map(({ person, authority }) => (
            <li key={authority.id}>
              <b>{person.name}</b>
              <span>{kinText(person.relationship, locale)}</span>
              {authority.state !== 'in-force' && (
                <Signal kind="quiet">{conceptText(authorityStateWords, authority.state, locale)}</Signal>
              )}
              <span className={styles.small}>
                {say('since', { on: day(authority.periodStart) })}
                {authority.periodEnd && ` · ${say('until', { on: day(authority.periodEnd) })}`}
                {authority.documentId && ` · ${say('withDocument')}`}
              </span>
              {change && (
                <Button
                  size="sm"
                  variant="quiet"
                  onPress={() => onEnd(authority)}
                  aria-label={say('endLabel', {
                    kind: conceptText(authorityKindWords, 'guarantor', locale),
                    name: person.name,
                  })}
                >
                  {say('end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
