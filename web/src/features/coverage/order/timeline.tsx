import { formatBirthDate } from '../../../ui/index.ts'
import styles from './order.module.css'
import { type Order, type Policy, policyName } from './shapes.ts'
import { spansOf } from './spans.ts'
import { useWords, type Words } from './use-words.ts'

/** Every policy as a bar with its days in words: what is drawn is said too. */
export function Timeline({ of }: { readonly of: Order }) {
  const words = useWords()
  const { say, locale } = words
  const { spans, at, first, last } = spansOf(of.policies, of.date)
  return (
    <figure className={styles.timeline}>
      <figcaption>{say('timeline')}</figcaption>
      <ul>
        {of.policies.map((policy) => {
          const span = spans.find(({ coverageId }) => coverageId === policy.coverageId)
          return (
            <li key={policy.coverageId}>
              <span className={styles.barName}>
                {policyName(policy)} <span className={styles.quiet}>{periodText(policy, words)}</span>
              </span>
              <span className={styles.track} aria-hidden>
                {span && (
                  <span
                    className={policy.isInForce ? styles.bar : styles.barOver}
                    style={{ insetInlineStart: `${span.from}%`, inlineSize: `${span.width}%` }}
                  />
                )}
                <span className={styles.now} style={{ insetInlineStart: `${at}%` }} />
              </span>
            </li>
          )
        })}
      </ul>
      <p className={styles.scale} aria-hidden>
        <span>{formatBirthDate(first, locale)}</span>
        <span>{formatBirthDate(last, locale)}</span>
      </p>
    </figure>
  )
}

function periodText({ periodStart, periodEnd, endedBecause }: Policy, { say, locale }: Words): string {
  const day = (date: string) => formatBirthDate(date, locale)
  const span =
    periodStart && periodEnd
      ? say('span', { from: day(periodStart), to: day(periodEnd) })
      : periodStart
        ? say('from', { day: day(periodStart) })
        : periodEnd
          ? say('until', { day: day(periodEnd) })
          : say('always')
  return endedBecause === null ? span : `${span}; ${say('ended', { why: say(`ended_${endedBecause}`) })}`
}
