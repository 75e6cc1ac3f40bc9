import { signs, type SignalKind } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import type { Appointment } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type Evaluation = Appointment['why'][number]
type WhyPossibleProps = { readonly why: Appointment['why']; readonly names: Names }

const signOf: Readonly<Record<Evaluation['verdict'], SignalKind>> = { met: 'ok', 'not-met': 'warn', unknown: 'quiet' }

/** Which rules were looked at when the visit was booked; what was set aside, and with which reason, stands first. */
export function WhyPossible({ why, names }: WhyPossibleProps) {
  const { say } = useWords()
  if (why.length === 0) return null
  const special = why.filter(({ verdict }) => verdict !== 'met')
  const lineOf = (one: Evaluation) => {
    const said = {
      days: one.rule === 'too-far-ahead' ? one.horizonDays : 0,
      name: one.rule === 'overbook' ? names.nameOf(one.resourceId) : '',
    }
    const after =
      one.overriddenBecause === undefined
        ? one.verdict === 'unknown'
          ? say('whyUnknown')
          : one.verdict === 'not-met' && say('whyRemark')
        : say('whyOverridden', { reason: one.overriddenBecause })
    return `${signs[signOf[one.verdict]]} ${say(`why_${one.rule}`, said)}${after ? ` (${after})` : ''}`
  }
  const keyOf = (one: Evaluation, index: number) => `${one.rule} ${index}`
  return (
    <section>
      <h3>{say('why')}</h3>
      {special.length === 0 ? (
        <p>
          {signs.ok} {say('whyAllMet', { count: why.length })}
        </p>
      ) : (
        <ul>
          {special.map((one, index) => (
            <li key={keyOf(one, index)}>{lineOf(one)}</li>
          ))}
        </ul>
      )}
      <details className={styles.soft}>
        <summary>{say('whyShow', { count: why.length })}</summary>
        <ul>
          {why.map((one, index) => (
            <li key={keyOf(one, index)}>{lineOf(one)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}
