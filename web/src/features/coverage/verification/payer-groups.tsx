import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCatalog } from '../../../app/catalog.ts'
import { placeOf, usePractice } from '../../../app/site.ts'
import {
  Button,
  Card,
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
  const all = open.flatMap(({ visits }) => visits)
  const shown = all.find(({ appointmentId }) => appointmentId === chosen) ?? all[0] ?? null
  const [first] = open
  const toggle = (payerId: string): void =>
    setOpened((before) => (before.includes(payerId) ? before.filter((one) => one !== payerId) : [...before, payerId]))
  return (
    <div className={styles.two}>
      <div>
        {groups.map((group) => {
          const { payer, visits } = group
          const payerId = payer?.payerId ?? ''
          const isOpen = open.includes(group)
          const name = payer?.name ?? say('noPayer')
          return (
            <section key={payerId} className={styles.group} aria-label={name}>
              <div className={styles.head}>
                <h2>{name}</h2>
                <span className={styles.small}>{say('visits', { count: visits.length })}</span>
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
                  items={visits}
                  getKey={({ appointmentId }) => appointmentId}
                  getText={(visit) => `${displayName(visit.patient.name)}, ${formatDay(visit.date, locale)}`}
                  selected={visits.includes(shown as VisitLine) ? (shown?.appointmentId ?? null) : null}
                  onSelect={setChosen}
                  isPrimary={group === first}
                >
                  {(visit) => <Line visit={visit} />}
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

function Line({ visit }: { readonly visit: VisitLine }) {
  const { say, locale } = useCatalog('verification', words)
  const { sites } = usePractice()
  const site = sites.find(({ id }) => id === visit.siteId)
  const zone = site?.timeZone ?? 'UTC'
  return (
    <span className={styles.line}>
      <span className={styles.when}>
        {formatDay(visit.date, locale)} {formatTime(visit.start, zone)}
      </span>
      <span>
        {displayName(visit.patient.name)}{' '}
        <span className={styles.small}>
          {visit.text ?? visit.visitTypeName}
          {sites.length > 1 && site && ` · ${placeOf(site)}`}
        </span>
      </span>
      <Signal kind={kinds[visit.state]}>{say(`state_${visit.state}`)}</Signal>
    </span>
  )
}
