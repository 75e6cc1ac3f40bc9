import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session.ts'
import { buttonClass, formatDay, formatTime, Panel, StateMark } from '../../../ui/index.ts'
import { useKindNames } from '../../consents/index.ts'
import { itemKind, readinessSentence } from '../readiness-sentence.ts'
import { useWords } from '../use-words.ts'
import { type ReadinessItem, type Visit, visitTypeName } from '../visit.ts'
import styles from './readiness-panel.module.css'
import type { VisitHands } from './use-visit-acts.ts'
import { VisitButtons } from './visit-buttons.tsx'

export interface ReadinessPanelProps {
  readonly visit: Visit
  readonly hands: VisitHands
  readonly date: string
  /** Civil date now, at the site. */
  readonly today: string
  readonly timeZone: string
}

/** What one visit still needs, with the way to do it. */
export function ReadinessPanel({ visit, hands, date, today, timeZone }: ReadinessPanelProps) {
  const { say, locale } = useWords()
  const time = formatTime(visit.start, timeZone)
  const when = date === today ? say('visitToday', { time }) : say('visitOn', { day: formatDay(date, locale), time })
  const clinician = visit.clinician && say('withClinician', { name: visit.clinician.name })
  const ready = visit.readiness.filter((item) => item.state === 'ready').length
  return (
    <Panel
      level={3}
      title={`${when} · ${[visitTypeName(visit, locale), clinician].filter(Boolean).join(' ')}`}
      aside={say('readyCount', { ready, count: visit.readiness.length })}
    >
      <ul className={styles.items}>
        {visit.readiness.map((item) => (
          <ReadinessLine key={item.code} item={item} visit={visit} today={today} />
        ))}
      </ul>
      <VisitButtons visit={visit} hands={hands} />
    </Panel>
  )
}

type ReadinessLineProps = { readonly item: ReadinessItem; readonly visit: Visit; readonly today: string }

function ReadinessLine({ item, visit, today }: ReadinessLineProps) {
  const words = useWords()
  const kindNames = useKindNames()
  const { say } = words
  const mayCheckIn = useMay('visit.check-in')
  const action = say(`action_${item.code}`)
  return (
    <li className={styles.item}>
      <StateMark kind={itemKind(item)} label={say(`state_${item.state}`)} />
      <span>{readinessSentence(item, today, words, kindNames)}</span>
      {item.state !== 'ready' && mayCheckIn && (
        <Link
          to="/check-in/$appointmentId"
          params={{ appointmentId: visit.appointmentId }}
          hash={item.code}
          className={buttonClass({ size: 'sm' })}
          aria-label={say('actionFor', { action, title: say(`title_${item.code}`) })}
        >
          {action}
        </Link>
      )}
    </li>
  )
}
