import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCatalog } from '../../../app/catalog.ts'
import { useNow } from '../../../app/clock.ts'
import { placeOf, usePractice } from '../../../app/site.ts'
import {
  Button,
  Card,
  formatAge,
  formatBirthDate,
  formatDay,
  formatTime,
  SelectableList,
  Signal,
  type SignalKind,
} from '../../../ui/index.ts'
import { CoverageAnswers } from '../card/coverage-answers.tsx'
import { type Group, isFolded, type VisitLine, type VisitState } from './grouped.ts'
import styles from './verification.module.css'
import { words } from './words.ts'

const kinds: Readonly<Record<VisitState, SignalKind>> = {
  verified: 'ok',
  'not-covered': 'bad',
  changed: 'bad',
  failed: 'warn',
  asking: 'info',
  'never-asked': 'quiet',
  'no-coverage': 'warn',
  restricted: 'warn',
}

export interface PayerGroupsProps {
  readonly groups: readonly Group[]
  readonly isAsking: boolean
  readonly onAsk: (payerId: string) => void
}

/** Visits by payer, with the chosen one's answers beside them. A payer that is down is one line until it is opened. */
export function PayerGroups({ groups, isAsking, onAsk }: PayerGroupsProps) {
  const { say, locale } = useCatalog('verification', words)
  const [chosen, setChosen] = useState<string | null>(null)
  const [opened, setOpened] = useState<readonly string[]>([])
  const open = groups.filter((group) => !isFolded(group) || opened.includes(group.payer?.payerId ?? ''))
  const all = open.flatMap(({ lines }) => lines)
  const line = all.find(({ key }) => key === chosen) ?? all[0] ?? null
  const shown = line?.visit ?? null
  const [first] = open
  const toggle = (payerId: string): void =>
    setOpened((before) => (before.includes(payerId) ? before.filter((one) => one !== payerId) : [...before, payerId]))
  return (
    <div className={styles.two}>
      <div>
        {groups.map((group) => {
          const { payer, lines } = group
          const visits = new Set(lines.map(({ visit }) => visit.appointmentId)).size
          const payerId = payer?.payerId ?? ''
          const isOpen = open.includes(group)
          const name = payer?.name ?? say('noPayer')
          return (
            <section key={payerId} className={styles.group} aria-label={name}>
              <div className={styles.head}>
                <h2>{name}</h2>
                <span className={styles.small}>{say('visits', { count: visits })}</span>
                {payer?.isSandbox && <span className={styles.small}>{say('sandbox')}</span>}
                {payer && isOpen && (
                  <Button
                    size="sm"
                    variant="quiet"
                    isPending={isAsking}
                    onPress={() => onAsk(payer.payerId)}
                    aria-label={say('askPayer', { payer: name })}
                  >
                    {say('again')}
                  </Button>
                )}
                {isFolded(group) && (
                  <Button size="sm" variant="quiet" onPress={() => toggle(payerId)} aria-expanded={isOpen}>
                    {say(isOpen ? 'expanded' : 'collapsed')}
                  </Button>
                )}
              </div>
              {payer?.downSince && <Down since={payer.downSince} retryAt={payer.retryAt} />}
              {isOpen && (
                <SelectableList
                  label={name}
                  items={lines}
                  getKey={({ key }) => key}
                  getText={({ visit }) => `${displayName(visit.patient.name)}, ${formatDay(visit.date, locale)}`}
                  selected={line && lines.includes(line) ? line.key : null}
                  onSelect={setChosen}
                  isPrimary={group === first}
                >
                  {(one) => <Line line={one} />}
                </SelectableList>
              )}
            </section>
          )
        })}
      </div>
      {shown && (
        <div className={styles.side}>
          <Card>
            <h2>{displayName(shown.patient.name)}</h2>
            <p className={styles.small}>
              {formatBirthDate(shown.patient.birthDate, locale)} · <span className="id">{shown.patient.mrn}</span> ·{' '}
              {shown.visitTypeName}
            </p>
            <p>
              <Link to="/patients/$patientId" params={{ patientId: shown.patient.id }} hash="coverage">
                {say('open')}
              </Link>
            </p>
            <CoverageAnswers patientId={shown.patient.id} appointmentId={shown.appointmentId} />
          </Card>
        </div>
      )}
    </div>
  )
}

function Down({ since, retryAt }: { readonly since: string; readonly retryAt: string | null }) {
  const { say } = useCatalog('verification', words)
  const [site] = usePractice().sites
  const zone = site?.timeZone ?? 'UTC'
  return (
    <p>
      <Signal kind="warn">
        {say('down', { time: formatTime(since, zone), retry: retryAt === null ? '–' : formatTime(retryAt, zone) })}
      </Signal>
    </p>
  )
}

function Line({ line }: { readonly line: VisitLine }) {
  const { say, locale } = useCatalog('verification', words)
  const { sites } = usePractice()
  const now = useNow()
  const { visit, policy, state, place, of } = line
  const site = sites.find(({ id }) => id === visit.siteId)
  const zone = site?.timeZone ?? 'UTC'
  const meanwhile = policy?.meanwhile ?? null
  const facts = [
    policy?.text ?? visit.visitTypeName,
    of > 1 && say('ofSeveral', { place, of }),
    sites.length > 1 && site && placeOf(site),
  ]
  return (
    <span className={styles.line}>
      <span className={styles.when}>
        {formatDay(visit.date, locale)} {formatTime(visit.start, zone)}
      </span>
      <span>
        {displayName(visit.patient.name)} <span className={styles.small}>{facts.filter(Boolean).join(' · ')}</span>
        {meanwhile && (
          <span className={`${styles.small} ${styles.meanwhile}`}>
            {say(`meanwhile_${meanwhile.says}`, { age: formatAge(meanwhile.answeredAt, now, locale) })} {meanwhile.text}
          </span>
        )}
      </span>
      <Signal kind={kinds[state]}>{say(`state_${state}`)}</Signal>
    </span>
  )
}
