import { displayName } from '@foyer/patients'
import { useVisitTypeName } from '../../app/site.ts'
import { Button, formatDay, formatTime, Signal } from '../../ui/index.ts'
import { TwoIdentifiers } from '../patients/index.ts'
import styles from './repair.module.css'
import type { Decision, RepairItem } from './shapes.ts'
import { Strip } from './strip.tsx'
import { dateOf, isSettled, stateOf, whenText, whyTexts } from './texts.ts'
import { useWords } from './use-words.ts'

export interface PlanRowProps {
  readonly item: RepairItem
  readonly timeZone: string
  readonly isSelected: boolean
  /** The repair is about several days: each visit says its own. */
  readonly hasDates: boolean
  /** The repair was taken back: whatever it did not move stays where it is. */
  readonly isClosed: boolean
  readonly mayDecide: boolean
  readonly mayCancel: boolean
  readonly onDecide: (decision: Exclude<Decision, 'overtaken'>) => void
  readonly onCancel: () => void
  readonly onUrgency: () => void
}

export function PlanRow(props: PlanRowProps) {
  const { item, timeZone, isSelected, hasDates, isClosed, mayDecide, mayCancel, onDecide, onCancel, onUrgency } = props
  const words = useWords()
  const visitOf = useVisitTypeName()
  const { say, locale } = words
  const state = stateOf(item, words)
  const names = (place: RepairItem['before']) => place.assignments.map(({ name }) => name).join(' · ')
  const isOpen = !isSettled(item) && !isClosed
  const isWhereItWas = item.backAt !== null || (isClosed && !isSettled(item))
  const isChained = item.why.some(({ code }) => code === 'chain-gap')
  const mark = (
    <>
      <Signal kind={state.kind} size="sm">
        {state.text}
      </Signal>
      {item.reason !== null && <span className={styles.small}>{item.reason}</span>}
      {item.staysBecause !== null && <span className={styles.small}>{say(`stays_${item.staysBecause}`)}</span>}
      {isOpen && item.overtakenBy !== null && (
        <span className={styles.small}>{say(`overtakenBy_${item.overtakenBy}`)}</span>
      )}
    </>
  )
  return (
    <div className={styles.row}>
      <div className={styles.before}>
        <span>
          <span className={styles.time}>{formatTime(item.before.start, timeZone)}</span>
          {hasDates && <span className={styles.small}>{formatDay(dateOf(item.before.start, timeZone), locale)}</span>}
        </span>
        <div>
          <p className={styles.name}>{displayName(item.patient.name)}</p>
          <p className={styles.small}>
            <TwoIdentifiers person={item.patient} />
          </p>
          <p className={styles.small}>
            {visitOf(item.visitTypeId)} · {names(item.before)}{' '}
            <Signal kind={item.urgency >= 2 ? 'warn' : 'quiet'} size="sm">
              {say('urgency', { level: say(`urgency${item.urgency as 0 | 1 | 2 | 3}`) })}
            </Signal>
          </p>
        </div>
      </div>
      <Strip item={item} timeZone={timeZone} />
      <div className={styles.after}>
        {isWhereItWas ? (
          <>
            <div className={styles.state}>
              <p className={styles.name}>{whenText(item.before.start, timeZone, locale)}</p>
              {mark}
            </div>
            <p className={styles.small}>{names(item.before)}</p>
          </>
        ) : item.proposal === null ? (
          <>
            <div className={styles.state}>
              <p className={styles.name}>{say(isOpen ? 'noPlace' : 'done_overtaken')}</p>
              {mark}
            </div>
            {isOpen && isChained && <p className={styles.small}>{say('noPlaceChain')}</p>}
            <p className={styles.small}>{say(isOpen ? 'noPlaceNext' : 'settled')}</p>
          </>
        ) : (
          <>
            <div className={styles.state}>
              <p className={styles.name}>{whenText(item.proposal.start, timeZone, locale)}</p>
              {mark}
            </div>
            <p className={styles.small}>{names(item.proposal)}</p>
            <p className={styles.small}>{whyTexts(item, words).join(' · ')}</p>
          </>
        )}
        {isSelected && isOpen && mayDecide && (
          <div className={styles.acts}>
            {item.decision === 'open' || item.decision === 'overtaken' ? (
              <>
                {item.proposal !== null && (
                  <Button size="sm" variant="go" shortcut="a" onPress={() => onDecide('accepted')}>
                    {say('accept')}
                  </Button>
                )}
                <Button size="sm" shortcut="x" onPress={() => onDecide('kept')}>
                  {say('keep')}
                </Button>
                {mayCancel && (
                  <Button size="sm" shortcut="c" onPress={onCancel}>
                    {say('cancelVisit')}
                  </Button>
                )}
                <Button size="sm" variant="quiet" shortcut="u" onPress={onUrgency}>
                  {say('moreUrgent')}
                </Button>
              </>
            ) : (
              <Button size="sm" shortcut="z" onPress={() => onDecide('open')}>
                {say('takeBack')}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  )
}
