import { conceptText, contactWayWords, formatPhone, languageName } from '@foyer/patients'
import { Button, formatBirthDate, Panel, Signal } from '../../ui/index.ts'
import styles from './relatives.module.css'
import type { People } from './shapes.ts'
import { useWords } from './use-words.ts'

interface SideProps {
  readonly people: People
  readonly onOpen: () => void
}

/** Where messages go, and the ways to reach the patient that they asked for. */
export function ReachPanel({ people, onOpen }: SideProps) {
  const { say, locale } = useWords()
  const { writesTo, confidentialContact: wish } = people
  const change = people.can.change && (
    <Button size="sm" variant="quiet" onPress={onOpen}>
      {say('wishChange')}
    </Button>
  )
  return (
    <Panel title={say('messages')} aside={change}>
      {writesTo.kind === 'to' ? (
        <p>
          {say(writesTo.relatedPersonId === null ? 'writesPatient' : 'writesOther', {
            name: writesTo.name,
            language: languageName(writesTo.language, locale),
          })}
        </p>
      ) : (
        <p>
          <Signal kind="warn">{say(`nobody_${writesTo.reason}`)}</Signal>
        </p>
      )}
      <p className={styles.small}>{say('confidentialNote')}</p>
      {wish === null ? (
        <p className={styles.small}>{say('wishNone')}</p>
      ) : (
        <p>
          <Signal kind="warn">
            {say('onlyBy', { ways: wish.ways.map((way) => conceptText(contactWayWords, way, locale)).join(', ') })}
          </Signal>{' '}
          {[wish.phone && formatPhone(wish.phone), wish.email, wish.address, wish.remarks].filter(Boolean).join(' · ')}{' '}
          {!wish.leaveMessage && say('noMessage')}
        </p>
      )}
    </Panel>
  )
}

export function AgePanel({ people, onOpen }: SideProps) {
  const { say, locale } = useWords()
  const { age } = people
  const day = (date: string) => formatBirthDate(date, locale)
  const change = people.can.change && (age.isMinor || age.emancipatedOn !== null) && (
    <Button size="sm" variant="quiet" onPress={onOpen}>
      {say('emancipate')}
    </Button>
  )
  return (
    <Panel title={say('age')} aside={change}>
      <p>
        {age.isMinor
          ? say('minor', { years: age.years ?? '', on: age.ofAgeOn ? day(age.ofAgeOn) : '' })
          : age.emancipatedOn
            ? say('emancipated', { on: day(age.emancipatedOn) })
            : say('adult')}
      </p>
      {age.isMinor && (
        <>
          {!age.isKnown && <Signal kind="warn">{say('unknownState')}</Signal>}
          <p className={styles.small}>{say('alone')}</p>
          <ul className={styles.grants}>
            {age.services.map(({ service, protection, from, statute }) => (
              <li key={service} title={statute ?? undefined}>
                {say(`service_${service}`)}
                <Signal kind={protection === 'permission' ? 'info' : protection === 'ask' ? 'warn' : 'quiet'}>
                  {say(`protection_${protection}`, { from: from ?? '' })}
                </Signal>
              </li>
            ))}
          </ul>
          {age.checkedOn && (
            <p className={styles.small}>{say('checked', { states: age.states.join(', '), on: day(age.checkedOn) })}</p>
          )}
        </>
      )}
    </Panel>
  )
}
