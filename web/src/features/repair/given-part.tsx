import { useVisitTypeName } from '../../app/site.ts'
import { Card, Signal } from '../../ui/index.ts'
import styles from './repair.module.css'
import type { Repair } from './shapes.ts'
import { whenText } from './texts.ts'
import { useWords } from './use-words.ts'

type Given = Repair['given'][number]

/** Group visits that somebody else does for it: who did, who does, and after it was taken back whether they went back. */
export function GivenPart({ plan }: { readonly plan: Repair }) {
  const { say, locale } = useWords()
  const visitOf = useVisitTypeName()
  if (plan.given.length === 0) return null
  const names = (all: Given['now']) => all.map(({ name }) => name).join(' · ')
  return (
    <section aria-labelledby="given-title">
      <h2 id="given-title" className={styles.heading}>
        {say('givenTitle', { count: plan.given.length })}
      </h2>
      {plan.given.map((group) => (
        <Card key={group.id}>
          <div className={styles.state}>
            <p className={styles.name}>
              {visitOf(group.visitTypeId)}, {whenText(group.start, plan.timeZone, locale)}
            </p>
            <Signal kind={group.backAt ? 'ok' : group.staysBecause ? 'warn' : 'info'} size="sm">
              {say(group.backAt ? 'givenBack' : 'givenAway')}
            </Signal>
          </div>
          <p className={styles.small}>
            {group.backAt
              ? names(group.before)
              : say('givenFromTo', { before: names(group.before), now: names(group.now) })}
          </p>
          {group.staysBecause && <p className={styles.small}>{say(`stays_${group.staysBecause}`)}</p>}
        </Card>
      ))}
    </section>
  )
}
