import { relatives } from '@foyer/contract'
import { displayName, formatPhone, languageName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, formatBirthDate, Panel, Signal } from '../../ui/index.ts'
import styles from './relatives.module.css'
import type { People } from './shapes.ts'
import { kinText, useWords } from './use-words.ts'

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
          <Signal kind="warn">{say('onlyBy', { ways: wish.ways.map((way) => say(`way_${way}`)).join(', ') })}</Signal>{' '}
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

export function HouseholdPanel({ patientId }: { readonly patientId: string }) {
  const { say, locale } = useWords()
  const list = useAsk(relatives.listHousehold, { patientId })
  return (
    <Panel title={say('household')}>
      <Answer of={list}>
        {({ people }) =>
          people.length === 0 ? (
            <p className={styles.small}>{say('alone_home')}</p>
          ) : (
            <ul className={styles.grants}>
              {people.map((person) => (
                <li key={person.id}>
                  <Link to="/patients/$patientId" params={{ patientId: person.id }}>
                    {displayName(person.name)}
                  </Link>
                  <span className={styles.small}>
                    {formatBirthDate(person.birthDate, locale)} · {person.mrn} ·{' '}
                    {person.same.map((one) => say(`same_${one}`)).join(', ')}
                    {person.relationship && ` · ${kinText(person.relationship, say)}`}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  )
}
