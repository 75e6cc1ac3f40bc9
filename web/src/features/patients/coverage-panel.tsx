import { patients } from '@foyer/contract'
import { conceptText, subscriberRelationships } from '@foyer/patients'
import { refresh, useAct } from '../../app/ask.ts'
import { useMay } from '../../app/session.ts'
import { useSite, useToday } from '../../app/site.ts'
import { Button, formatCents, Menu, Panel, showToast, Signal } from '../../ui/index.ts'
import { coverageName, coverageState, lookedText } from './coverage-text.ts'
import styles from './patients.module.css'
import { dayText } from './person-text.ts'
import { saveFault } from './save-fault.ts'
import type { Coverage, PatientRecord } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface CoveragePanelProps {
  readonly record: PatientRecord
  readonly onAdd: () => void
  readonly onChange: (coverage: Coverage) => void
}

export function CoveragePanel({ record, onAdd, onChange }: CoveragePanelProps) {
  const { say } = useWords()
  const add = record.can.changeCoverage && (
    <Button size="sm" variant="quiet" onPress={onAdd}>
      {say('addCoverage')}
    </Button>
  )
  return (
    <Panel title={say('coverage')} aside={add}>
      {record.coverages.length === 0 && <p className={styles.small}>{say('noCoverage')}</p>}
      {record.coverages
        .toSorted((a, b) => a.order - b.order)
        .map((coverage) => (
          <CoverageBlock
            key={coverage.id}
            coverage={coverage}
            patientId={record.patient.id}
            onChange={record.can.changeCoverage ? () => onChange(coverage) : undefined}
          />
        ))}
    </Panel>
  )
}

interface CoverageBlockProps {
  readonly coverage: Coverage
  readonly patientId: string
  readonly onChange: (() => void) | undefined
}

function CoverageBlock({ coverage, patientId, onChange }: CoverageBlockProps) {
  const { say, locale } = useWords()
  const site = useSite()
  const today = useToday(site)
  const name = coverageName(coverage)
  const state = coverageState(coverage, today, say, locale)
  const facts = [
    coverage.copayCents !== null && say('copayOf', { amount: formatCents(coverage.copayCents, 'USD', locale) }),
    coverage.subscriberName !== null &&
      coverage.relationship !== 'self' &&
      say('subscriber', {
        relationship: conceptText(subscriberRelationships, coverage.relationship, locale),
        name: coverage.subscriberName,
      }),
    coverage.periodEnd !== null &&
      state.kind === 'ok' &&
      say('covUntil', { on: dayText(coverage.periodEnd, today, locale) }),
  ].filter((fact) => fact !== false)
  return (
    <div className={styles.coverage}>
      <p>
        <b>{name}</b> <Signal kind={state.kind}>{state.text}</Signal>
      </p>
      <p className={styles.small}>{lookedText(coverage, today, site.timeZone, say, locale)}</p>
      <p className={styles.small}>
        {coverage.memberId !== null && (
          <>
            {say('member')} <b className="id">{coverage.memberId}</b>
          </>
        )}
        {coverage.groupNumber !== null && (
          <>
            {' '}
            {coverage.memberId !== null && '· '}
            {say('group')} <b className="id">{coverage.groupNumber}</b>
          </>
        )}
        {facts.map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
      </p>
      <div className={styles.actions}>
        <LookedAt coverage={coverage} patientId={patientId} name={name} />
        {onChange && (
          <Button size="sm" variant="quiet" onPress={onChange} aria-label={say('changeLabel', { payer: name })}>
            {say('change')}
          </Button>
        )}
      </div>
    </div>
  )
}

const sources = patients.coverageSource.options

function LookedAt(props: { readonly coverage: Coverage; readonly patientId: string; readonly name: string }) {
  const { say } = useWords()
  const { act, isPending } = useAct(patients.checkCoverage)
  if (!useMay('visit.check-in')) return null
  const note = async (source: (typeof sources)[number]) => {
    try {
      await act({ patientId: props.patientId, coverageId: props.coverage.id, source })
      await refresh(patients.readPatient)
      showToast({ text: say('looked'), kind: 'ok' })
    } catch (error) {
      showToast({ text: saveFault(error, say), kind: 'bad' })
    }
  }
  return (
    <Menu
      label={say('lookedAtLabel', { payer: props.name })}
      trigger={
        <Button size="sm" isPending={isPending} aria-label={say('lookedAtLabel', { payer: props.name })}>
          {say('lookedAt')}
        </Button>
      }
      items={sources.map((id) => ({ id, label: say(`look_${id}`) }))}
      onAction={(source) => void note(source)}
    />
  )
}
