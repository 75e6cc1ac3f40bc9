import { useNow } from '../../app/clock.ts'
import { formatAge, formatDay } from '../../ui/index.ts'
import styles from './estimates.module.css'
import { LinesTable } from './lines-table.tsx'
import type { Preview } from './shapes.ts'
import { missingText, nextText, rangeText, serviceText } from './texts.ts'
import { useWords } from './use-words.ts'

type Price = Pick<
  Preview,
  'lowCents' | 'highCents' | 'low' | 'high' | 'missing' | 'answers' | 'priceLists' | 'procedures'
>

/** The sum first, then why it is a range and what to do about it, then how it adds up. */
export function PriceView({ price }: { readonly price: Price }) {
  const { say, locale } = useWords()
  const now = useNow()
  const { lowCents, highCents, low, high, missing, answers, priceLists } = price
  const services = new Map(price.procedures.map((one) => [one.code, serviceText(one, locale)]))
  const isRange = lowCents !== highCents
  return (
    <div className={styles.price}>
      <p className={styles.sum}>
        {say('owes')} <b>{rangeText(lowCents, highCents, say, locale)}</b>
      </p>
      {missing.length > 0 && (
        <ul className={styles.missing}>
          {missing.map((one) => (
            <li key={`${one.fact} ${one.coverageId}`}>
              {say('because', { reasons: missingText(one, say) })}. {nextText(one, say)}
            </li>
          ))}
        </ul>
      )}
      {lowCents !== null && highCents !== null && (
        <div className={styles.tables}>
          {isRange && <LinesTable caption={say('linesLow')} lines={low} cents={lowCents} services={services} />}
          <LinesTable
            caption={say(isRange ? 'linesHigh' : 'lines')}
            lines={high}
            cents={highCents}
            services={services}
          />
        </div>
      )}
      <ul className={styles.sources}>
        {answers.map(({ coverageId, payer, answeredAt, askedFor, isSandbox }) => (
          <li key={coverageId}>
            {answeredAt === null
              ? say('answerNone', { payer })
              : say('answerAge', {
                  payer,
                  age: formatAge(answeredAt, now, locale),
                  day: askedFor === null ? '' : formatDay(askedFor, locale),
                })}
            {isSandbox && ` · ${say('sandbox')}`}
          </li>
        ))}
        {priceLists.length > 0 && <li>{say('lists', { lists: priceLists.join(', ') })}</li>}
      </ul>
    </div>
  )
}
