import {
  authorityKindWords,
  authorityScopeWords,
  authorityStateWords,
  barReasonWords,
  conceptText,
  formatPhone,
  languageName,
  kinText,
} from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { Button, formatBirthDate, Signal, Tag } from '../../ui/index.ts'
import { kindOfLevel } from './level.ts'
import styles from './relatives.module.css'
import type { GrantedAuthority, Related } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface RelativeItemProps {
  readonly person: Related
  readonly canChange: boolean
  readonly onChange: () => void
  readonly onGrant: () => void
  readonly onEnd: (authority: GrantedAuthority) => void
  readonly onProve: (authority: GrantedAuthority) => void
}

export function RelativeItem({ person, canChange, onChange, onGrant, onEnd, onProve }: RelativeItemProps) {
  const { say, locale } = useWords()
  const { name, permits } = person
  const scopesOf = (answer: 'yes' | 'ask') =>
    permits
      .filter((one) => one.answer === answer)
      .map(({ scope }) => conceptText(authorityScopeWords, scope, locale))
      .join(', ')
  const [may, asks] = [scopesOf('yes'), scopesOf('ask')]
  const facts = [
    person.phone && formatPhone(person.phone),
    person.email,
    person.language && say('speaks', { language: languageName(person.language, locale) }),
  ].filter(Boolean)
  return (
    <li>
      <div className={styles.head}>
        <h3>{name}</h3>
        <span>{kinText(person.relationship, locale)}</span>
        <Signal kind={kindOfLevel[person.level]}>{say(`level_${person.level}`)}</Signal>
        {person.emergencyRank !== null && <Tag kind="info">{say('emergency', { rank: person.emergencyRank })}</Tag>}
        {person.barred && <Tag kind="bad">{conceptText(barReasonWords, person.barred, locale)}</Tag>}
      </div>
      <p className={styles.small}>
        {facts.join(' · ')}
        {person.relative && (
          <>
            {facts.length > 0 && ' · '}
            <Link to="/patients/$patientId" params={{ patientId: person.relative.id }}>
              {say('ownRecord')}
            </Link>
          </>
        )}
      </p>
      {may !== '' && <p>{say('may', { scopes: may })}</p>}
      {asks !== '' && <p>{say('asks', { scopes: asks })}</p>}
      <ul className={styles.grants}>
        {person.authorities.map((authority) => (
          <AuthorityLine key={authority.id} authority={authority} name={name} {...{ canChange, onEnd, onProve }} />
        ))}
      </ul>
      {canChange && (
        <div className={styles.actions}>
          <Button size="sm" onPress={onGrant} aria-label={say('grantLabel', { name })}>
            {say('grant')}
          </Button>
          <Button size="sm" variant="quiet" onPress={onChange} aria-label={say('changeLabel', { name })}>
            {say('change')}
          </Button>
        </div>
      )}
      {person.periodEnd && (
        <p className={styles.small}>{say('until', { on: formatBirthDate(person.periodEnd, locale) })}</p>
      )}
    </li>
  )
}

interface AuthorityLineProps extends Pick<RelativeItemProps, 'canChange' | 'onEnd' | 'onProve'> {
  readonly authority: GrantedAuthority
  readonly name: string
}

function AuthorityLine({ authority, name, canChange, onEnd, onProve }: AuthorityLineProps) {
  const { say, locale } = useWords()
  const { state, periodStart, periodEnd, endedReason } = authority
  const kind = conceptText(authorityKindWords, authority.kind, locale)
  const isOpen = state === 'in-force' || state === 'not-shown' || state === 'not-begun'
  return (
    <li>
      <b>{kind}</b>
      <Signal kind={state === 'in-force' ? 'ok' : state === 'not-shown' ? 'warn' : 'quiet'}>
        {conceptText(authorityStateWords, state, locale)}
      </Signal>
      <span className={styles.small}>
        {say('since', { on: formatBirthDate(periodStart, locale) })}
        {periodEnd && ` · ${say('until', { on: formatBirthDate(periodEnd, locale) })}`}
        {authority.documentId && ` · ${say('withDocument')}`}
        {endedReason && ` · ${endedReason}`}
      </span>
      {canChange && isOpen && authority.documentId === null && authority.needsProof && (
        <Button
          size="sm"
          variant="quiet"
          onPress={() => onProve(authority)}
          aria-label={say('proveLabel', { kind, name })}
        >
          {say('name_document')}
        </Button>
      )}
      {canChange && isOpen && (
        <Button size="sm" variant="quiet" onPress={() => onEnd(authority)} aria-label={say('endLabel', { kind, name })}>
          {say('end')}
        </Button>
      )}
    </li>
  )
}
