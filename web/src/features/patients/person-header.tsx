import { addressText, displayName, formatPhone, isEmptyAddress, isWholeAddress, languageName } from '@foyer/patients'
import { Tag, TagRow } from '../../ui/index.ts'
import { PersonPhoto } from '../documents/index.ts'
import { RestrictionTag } from '../privacy/index.ts'
import { useKinText, useWayText } from '../relatives/index.ts'
import { RegistrationTags } from './registration/registration-tags.tsx'
import styles from './patients.module.css'
import type { PatientRecord } from './shapes.ts'
import { TwoIdentifiers } from './two-identifiers.tsx'
import { useWords } from './use-words.ts'

export interface PersonHeaderProps {
  readonly record: PatientRecord
  /** 1 where the person is the page. */
  readonly level: 1 | 2
}

/** Who it is, how to reach them and what to mind, before anything else. */
export function PersonHeader({ record, level }: PersonHeaderProps) {
  const { say } = useWords()
  const wayText = useWayText()
  const { patient } = record
  const Title = `h${level}` as const
  const address = patient.address
  return (
    <header>
      <div className={styles.who}>
        <PersonPhoto
          patientId={patient.id}
          name={`${patient.name.given} ${patient.name.family}`}
          documentId={record.photoDocumentId}
        />
        <div>
          <Title>{displayName(patient.name)}</Title>
          <p className={styles.facts}>
            {patient.pronouns && `${patient.pronouns} · `}
            <TwoIdentifiers person={patient} />
          </p>
          {record.contactWish && (
            <p className={styles.facts}>
              <Tag kind="warn">{wayText(record.contactWish)}</Tag>
            </p>
          )}
          {patient.contacts
            .filter(({ system }) => system === 'phone')
            .map(({ value, use }) => (
              <p key={`${use} ${value}`} className={styles.facts}>
                <span className={styles.together}>{formatPhone(value)}</span>
                <SharedWith record={record} phone={value} />
              </p>
            ))}
          {patient.contacts
            .filter(({ system }) => system === 'email')
            .map(({ value }) => (
              <p key={value} className={styles.facts}>
                {value}
              </p>
            ))}
          {!isEmptyAddress(address) && (
            <p className={styles.facts}>
              {addressText(address)}
              {!isWholeAddress(address) && ` (${say('addressPart')})`}
            </p>
          )}
          <OtherRelated record={record} />
        </div>
      </div>
      <div className={styles.tags}>
        <TagRow>
          <RestrictionTag privacy={record.privacy} />
          <RegistrationTags record={record} />
          {patient.deceased && <Tag kind="quiet">{say('deceased')}</Tag>}
          <LanguageTag record={record} />
          {patient.contactPreference && <Tag kind="info">{say(`prefers_${patient.contactPreference}`)}</Tag>}
          {patient.alerts.map((alert) => (
            <Tag key={alert} kind="warn">
              {alert}
            </Tag>
          ))}
        </TagRow>
      </div>
    </header>
  )
}

function LanguageTag({ record }: { readonly record: PatientRecord }) {
  const { say, locale } = useWords()
  const { language, languageAsked, interpreterNeeded } = record.patient
  if (!languageAsked && !interpreterNeeded) return <Tag kind="quiet">{say('languageOpen')}</Tag>
  if (language.startsWith('en') && !interpreterNeeded) return null
  const name = languageName(language, locale)
  return <Tag kind="quiet">{say(interpreterNeeded ? 'speaksInterpreter' : 'speaks', { language: name })}</Tag>
}

type Related = PatientRecord['relatedPersons'][number]

function useRelatedText(): (person: Related) => string {
  const { say } = useWords()
  const kinText = useKinText()
  return (person) => {
    return `${kinText(person.relationship)} ${person.name} (${say(`related_${person.mayKnow}`)})`
  }
}

/** Who answers this number too, and what they may be told. */
function SharedWith({ record, phone }: { readonly record: PatientRecord; readonly phone: string }) {
  const { say } = useWords()
  const relatedText = useRelatedText()
  const related = record.relatedPersons.filter((person) => person.phone === phone)
  const isFirstPhone = record.patient.contacts.find(({ system }) => system === 'phone')?.value === phone
  const others = isFirstPhone
    ? record.sharedPhoneWith.filter(({ name }) => !related.some((person) => person.name === name))
    : []
  const names = [...related.map(relatedText), ...others.map(({ name }) => name)]
  return names.length === 0 ? null : <>, {say('sharedWith', { names: names.join(', ') })}</>
}

function OtherRelated({ record }: { readonly record: PatientRecord }) {
  const relatedText = useRelatedText()
  const phones = record.patient.contacts.map(({ value }) => value)
  const others = record.relatedPersons.filter(({ phone }) => phone === null || !phones.includes(phone))
  return (
    <>
      {others.map((person) => (
        <p key={person.id} className={styles.facts}>
          {relatedText(person)}
          {person.phone && (
            <>
              , <span className={styles.together}>{formatPhone(person.phone)}</span>
            </>
          )}
        </p>
      ))}
    </>
  )
}
