import { repair } from '@foyer/contract'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Button, giveLostFocus, Skeleton } from '../../ui/index.ts'
import { GroupMessages } from './group-messages.tsx'
import styles from './repair.module.css'
import type { GroupPlace, Repair, RepairGroup } from './shapes.ts'
import { whenText, whyTexts } from './texts.ts'
import { namesOf } from './use-groups.ts'
import type { RepairActs } from './use-repair.ts'
import { useWords } from './use-words.ts'

export interface GroupTimesProps {
  readonly group: RepairGroup
  readonly plan: Repair
  readonly acts: RepairActs
}

/** Other times for a group with everybody in it, the least moved first; one press takes one. */
export function GroupTimes({ group, plan, acts }: GroupTimesProps) {
  const { say } = useWords()
  const places = useAsk(repair.findRepairGroupPlaces, { repairId: plan.id, groupSessionId: group.id })
  return (
    <Answer of={places} loading={<Searching />}>
      {(found) =>
        found.places.length === 0 ? (
          <p className={styles.small}>{say('groupByHandNext')}</p>
        ) : (
          <Places
            group={group}
            plan={plan}
            acts={acts}
            places={found.places}
            version={found.version ?? group.version}
          />
        )
      }
    </Answer>
  )
}

interface PlacesProps extends GroupTimesProps {
  readonly places: readonly GroupPlace[]
  readonly version: number
}

function Places({ group, plan, acts, places, version }: PlacesProps) {
  const words = useWords()
  const { say, locale } = words
  const [chosen, setChosen] = useState<GroupPlace | null>(null)
  const [read, setRead] = useState<GroupPlace | null>(null)
  const mails = group.people.filter(({ hasEmail }) => hasEmail).length
  const calls = group.people.length - mails
  const lead = useRef<HTMLParagraphElement>(null)
  // The place that was pressed is taken, and its button gone: the next best are read from the beginning.
  useEffect(() => {
    return chosen && !places.includes(chosen) ? giveLostFocus(() => lead.current) : undefined
  }, [chosen, places])
  return (
    <div className={styles.elsewhere}>
      <p className={styles.small} id={`${group.id}-times`} ref={lead} tabIndex={-1}>
        {say(group.people.length === 0 ? 'groupElsewhereEmpty' : 'groupElsewhere')}{' '}
        {mails > 0 && say('applyMails', { count: mails })} {calls > 0 && say('applyCalls', { count: calls })}
      </p>
      <ul className={styles.places} aria-labelledby={`${group.id}-times`}>
        {places.map((place, at) => {
          const id = `${group.id}-time-${at}`
          return (
            <li key={`${place.start} ${namesOf(place.assignments)}`}>
              <Button
                size="sm"
                variant={at === 0 && group.instead === null ? 'go' : 'plain'}
                aria-describedby={id}
                isPending={acts.isMovingGroup && chosen === place}
                onPress={() => {
                  setChosen(place)
                  void acts.moveTo(group, version, place, plan.timeZone)
                }}
              >
                {say('groupMoveTo', { when: whenText(place.start, plan.timeZone, locale) })}
              </Button>
              <span className={styles.small} id={id}>
                {[namesOf(place.assignments), ...whyTexts(place, words, true)].join(' · ')}
              </span>
              {group.people.length > 0 && (
                <Button size="sm" variant="quiet" aria-describedby={id} onPress={() => setRead(place)}>
                  {say('groupMessages')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {read && <GroupMessages group={group} plan={plan} start={read.start} onClose={() => setRead(null)} />}
    </div>
  )
}

/** As tall as what comes in its place. */
function Searching() {
  const { say } = useWords()
  return (
    <div className={styles.searching}>
      <Skeleton lines={3} label={say('groupSearching')} />
    </div>
  )
}
