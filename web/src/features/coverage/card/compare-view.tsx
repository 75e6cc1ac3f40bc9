import { eligibility } from '@foyer/contract'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { Signal } from '../../../ui/index.ts'
import styles from './card.module.css'
import { useWords } from './use-words.ts'

export interface CompareViewProps {
  readonly patientId: string
  readonly checkId: string
  readonly otherId: string
}

/** What two answers say differently, the older before the newer. */
export function CompareView({ patientId, checkId, otherId }: CompareViewProps) {
  const { say } = useWords()
  const language = useWords().locale
  const asked = useAsk(eligibility.compareChecks, { patientId, checkId, otherId, language })
  return (
    <Answer of={asked}>
      {({ before: older, after: newer, state, changed, gone, come, same }) => {
        const pairs = [...(state ? [state] : []), ...changed]
        const isSame = pairs.length + gone.length + come.length === 0
        return (
          <>
            {(older.isSandbox || newer.isSandbox) && <p className={styles.small}>{say('sandbox')}</p>}
            {isSame && <Signal kind="ok">{say('compareNothing')}</Signal>}
            {pairs.length > 0 && (
              <section aria-label={say('changed')}>
                <h3>{say('changed')}</h3>
                <ul className={styles.lines}>
                  {pairs.map(({ before, after }) => (
                    <li key={`${before} ${after}`} className={styles.sentence}>
                      <span className={styles.small}>
                        {say('was')}: {before}
                      </span>
                      <span>
                        {say('isNow')}: {after}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Only title={say('gone')} lines={gone} />
            <Only title={say('come')} lines={come} />
            <p className={styles.small}>{say('compareSame', { count: String(same) })}</p>
          </>
        )
      }}
    </Answer>
  )
}

function Only({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((text) => (
          <li key={text} className={styles.sentence}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
