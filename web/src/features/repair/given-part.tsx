import { useEffect, useRef } from 'react'
import { useVisitTypeName } from '../../app/site.ts'
import { Card, giveLostFocus, Signal } from '../../ui/index.ts'
import styles from './repair.module.css'
import type { GivenGroup, Repair } from './shapes.ts'
import { whenText } from './texts.ts'
import { namesOf } from './use-groups.ts'
import { useWords } from './use-words.ts'

/** Group visits that were given to somebody else or another time: from where to where, and after it was taken back whether they went back. */
export function GivenPart({ plan }: { readonly plan: Repair }) {
  const { say, locale } = useWords()
  const visitOf = useVisitTypeName()
  // A card whose group waits no longer is gone, and with it what had the focus: it goes to where the group stands now.
  const heading = useRef<HTMLHeadingElement>(null)
  const waiting = plan.groups.length
  const waited = useRef(waiting)
  useEffect(() => {
    const isGone = waiting < waited.current
    waited.current = waiting
    return isGone ? giveLostFocus(() => heading.current) : undefined
  }, [waiting])
  if (plan.given.length === 0) return null
  const placeOf = ({ backAt, start, beforeStart, before, now }: GivenGroup): string => {
    const [had, has] = [namesOf(before), namesOf(now)]
    if (backAt) return had
    const who = had === has ? has : say('givenFromTo', { before: had, now: has })
    return start === beforeStart
      ? who
      : `${who} · ${say('was', { when: whenText(beforeStart, plan.timeZone, locale) })}`
  }
  return (
    <section aria-labelledby="given-title">
      <h2 id="given-title" ref={heading} className={styles.heading} tabIndex={-1}>
        {say('givenTitle', { count: plan.given.length })}
      </h2>
      {plan.given.map((group) => (
        <Card key={group.id}>
          <div className={styles.state}>
            <p className={styles.name}>
              {visitOf(group.visitTypeId)}, {whenText(group.start, plan.timeZone, locale)}
            </p>
            <Signal kind={group.backAt ? 'ok' : group.staysBecause ? 'warn' : 'info'} size="sm">
              {say(group.backAt ? 'givenBack' : group.start === group.beforeStart ? 'givenAway' : 'givenMoved')}
            </Signal>
          </div>
          <p className={styles.small}>{placeOf(group)}</p>
          {group.staysBecause && <p className={styles.small}>{say(`stays_${group.staysBecause}`)}</p>}
        </Card>
      ))}
    </section>
  )
}
