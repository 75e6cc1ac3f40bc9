import type { MissingField } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import type { Locale } from '../../app/catalog.ts'
import { useMay } from '../../app/session.ts'
import { useSite, useToday } from '../../app/site.ts'
import { Button, buttonClass, formatCents, Panel, StateMark } from '../../ui/index.ts'
import { useKindNames } from '../consents/index.ts'
import styles from './patients.module.css'
import { dayText } from './person-text.ts'
import { FillButtons } from './registration/fill/fill-buttons.tsx'
import { useFill } from './registration/fill/use-fill.tsx'
import { useMissingText } from './registration/use-words.ts'
import type { OpenItem, PatientRecord } from './shapes.ts'
import { isWord, type Say, useWords } from './use-words.ts'

export interface OpenPanelProps {
  readonly record: PatientRecord
  readonly onAddCoverage: () => void
}

const costly = new Set<OpenItem['code']>(['coverage-ended', 'coverage-inactive', 'interpreter-not-booked'])

function sentence(
  item: OpenItem,
  today: string,
  say: Say,
  locale: Locale,
  kindNames: (kinds: string) => string,
): string {
  const text = plainSentence(item, today, say, locale, kindNames)
  return item.isMadeUp ? `${text} (${say('madeUp')})` : text
}

function plainSentence(
  item: OpenItem,
  today: string,
  say: Say,
  locale: Locale,
  kindNames: (kinds: string) => string,
): string {
  const what = kindNames(item.what ?? '')
  const dated = `open_${item.code}_on`
  const priced = `open_${item.code}_amount`
  if (item.amountCents !== null && isWord(priced)) {
    return say('open_copay-due_amount', { amount: formatCents(item.amountCents, 'USD', locale) })
  }
  if (item.on !== null && /^\d{4}-\d{2}-\d{2}$/.test(item.on) && isWord(dated)) {
    return say(`open_${item.code as 'consent-expired'}_on`, { what, on: dayText(item.on, today, locale) })
  }
  return say(`open_${item.code as 'consent-missing'}`, { what })
}

export function OpenPanel({ record, onAddCoverage }: OpenPanelProps) {
  const { say, locale } = useWords()
  const today = useToday(useSite())
  const kindNames = useKindNames()
  const missingText = useMissingText()
  const { fill, dialog, place } = useFill(record.patient.id)
  return (
    <Panel title={say('open')}>
      <div ref={place} tabIndex={-1}>
        {record.open.length === 0 ? (
          <StateMark kind="ok" label={say('nothingOpen')} showLabel />
        ) : (
          <ul className={styles.lines}>
            {record.open.map((item) => (
              <li key={`${item.code} ${item.what ?? ''} ${item.appointmentId ?? ''}`} className={styles.line}>
                <span className={styles.lineMain}>
                  <StateMark
                    kind={costly.has(item.code) ? 'bad' : 'warn'}
                    label={
                      item.fields.length > 0 ? missingText(item.fields) : sentence(item, today, say, locale, kindNames)
                    }
                    showLabel
                  />
                </span>
                <NextStep item={item} record={record} onFill={fill} onAddCoverage={onAddCoverage} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {dialog}
    </Panel>
  )
}

interface NextStepProps extends OpenPanelProps {
  readonly item: OpenItem
  readonly onFill: (field: MissingField) => void
}

/** The one action that closes an open item; of a registration, one for each missing field. */
function NextStep({ item, record, onFill, onAddCoverage }: NextStepProps) {
  const { say } = useWords()
  const mayCheckIn = useMay('visit.check-in')
  if (item.code === 'date-of-birth-partial' || item.code === 'registration-incomplete') {
    const fields = item.code === 'date-of-birth-partial' ? (['birthDate'] as const) : item.fields
    return record.can.change ? <FillButtons fields={fields} onFill={onFill} /> : null
  }
  if (item.code === 'feed-proposal') {
    return (
      <Link
        to="/patients/$patientId"
        params={{ patientId: record.patient.id }}
        hash="history"
        className={buttonClass({ size: 'sm' })}
      >
        {say('goProposals')}
      </Link>
    )
  }
  const isAboutCoverage =
    item.code === 'coverage-none' || item.code === 'coverage-ended' || item.code === 'coverage-inactive'
  if (isAboutCoverage && record.can.changeCoverage) {
    return (
      <Button size="sm" onPress={onAddCoverage}>
        {say('addCoverage')}
      </Button>
    )
  }
  if (item.appointmentId === null || !mayCheckIn) return null
  return (
    <Link
      to="/check-in/$appointmentId"
      params={{ appointmentId: item.appointmentId }}
      className={buttonClass({ size: 'sm' })}
    >
      {say('goCheckIn')}
    </Link>
  )
}
