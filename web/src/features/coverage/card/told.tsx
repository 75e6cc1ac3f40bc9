import { useNow } from '../../../app/clock.ts'
import { formatAge, formatDay, MeterBar, Signal } from '../../../ui/index.ts'
import { barOf, pointersOf, saidCents, saidShare } from './amounts.ts'
import styles from './card.module.css'
import { type OnShow, SegmentLink } from './segment-link.tsx'
import type { Accumulator, CardAnswer, Pointer } from './shapes.ts'
import { useWords } from './use-words.ts'

interface ToldProps {
  readonly answer: CardAnswer
  readonly onShow: OnShow
}

/** What an answer says of one visit, each sentence with the segment it rests on. */
export function Told({ answer, onShow }: ToldProps) {
  const { say, locale } = useWords()
  const now = useNow()
  const facts = [
    ['copay', saidCents(answer.copay, say, locale), answer.copay],
    ['coinsurance', saidShare(answer.coinsurance, say, locale), answer.coinsurance],
    ['visitsLeft', answer.visitsLeft === null ? null : String(answer.visitsLeft.low), answer.visitsLeft],
  ] as const
  const { planSentence: plan } = answer
  const authorizations = { required: say('authorization'), unclear: say('authorizationUnclear') }
  const authorization = authorizations[answer.authorization as keyof typeof authorizations] ?? null
  const known = facts.filter(([, text]) => text !== null)
  return (
    <>
      <p>
        {plan.text} <SegmentLink pointer={plan.pointer} of={plan.text} onShow={onShow} />
      </p>
      {answer.notCovered.map(({ text, pointer }) => (
        <p key={text}>
          <Signal kind="bad">{text}</Signal> <SegmentLink pointer={pointer} of={text} onShow={onShow} />
        </p>
      ))}
      {authorization && (
        <p>
          <Signal kind="warn">{authorization}</Signal>{' '}
          <SegmentLink pointer={answer.authorizationPointer} of={authorization} onShow={onShow} />
        </p>
      )}
      {answer.referrals.map(({ text, pointer }) => (
        <p key={text}>
          {text} <SegmentLink pointer={pointer} of={text} onShow={onShow} />
        </p>
      ))}
      {known.length > 0 && (
        <dl className={styles.facts}>
          {known.map(([word, text, of]) => (
            <Fact key={word} word={say(word)} text={text ?? ''} pointer={of?.pointer ?? null} onShow={onShow} />
          ))}
        </dl>
      )}
      <div className={styles.bars}>
        <Bars word={say('deductible')} of={answer.deductible} onShow={onShow} />
        <Bars word={say('outOfPocket')} of={answer.outOfPocket} onShow={onShow} />
      </div>
      {answer.primaryCare.length > 0 && (
        <p className={styles.small}>{say('primaryCare', { names: answer.primaryCare.join(', ') })}</p>
      )}
      {(answer.questions.length > 0 || answer.otherPayers.length > 0) && (
        <ul className={styles.lines}>
          {[...answer.questions, ...answer.otherPayers].map(({ text, pointer }) => (
            <li key={text}>
              <Signal kind="warn">{text}</Signal> <SegmentLink pointer={pointer} of={text} onShow={onShow} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.small}>
        {say('answered', {
          age: formatAge(answer.answeredAt ?? answer.askedAt, now, locale),
          day: formatDay(answer.serviceDate, locale),
        })}
      </p>
      {answer.isSandbox && <p className={styles.small}>{say('sandbox')}</p>}
    </>
  )
}

interface FactProps {
  readonly word: string
  readonly text: string
  readonly pointer: Pointer | null
  readonly onShow: OnShow
}

function Fact({ word, text, pointer, onShow }: FactProps) {
  return (
    <>
      <dt>{word}</dt>
      <dd>
        {text} <SegmentLink pointer={pointer} of={`${word} ${text}`} onShow={onShow} />
      </dd>
    </>
  )
}

interface BarsProps {
  readonly word: string
  readonly of: { readonly individual: Accumulator; readonly family: Accumulator }
  readonly onShow: OnShow
}

function Bars({ word, of, onShow }: BarsProps) {
  const { say } = useWords()
  return (
    <>
      <BarOf label={word} of={of.individual} onShow={onShow} />
      <BarOf label={`${word}, ${say('family')}`} of={of.family} onShow={onShow} />
    </>
  )
}

interface BarOfProps {
  readonly label: string
  readonly of: Accumulator
  readonly onShow: OnShow
}

function BarOf({ label, of, onShow }: BarOfProps) {
  const { say, locale } = useWords()
  const bar = barOf(of, say, locale)
  if (bar === null) return null
  return (
    <div>
      {bar.used === null || bar.max === 0 ? (
        <p className={styles.small}>
          {label}: {bar.text}
        </p>
      ) : (
        <MeterBar label={label} value={bar.used} max={bar.max} valueText={bar.text} kind="info" />
      )}
      <p className={styles.actions}>
        {pointersOf(of).map((pointer) => (
          <SegmentLink key={pointer.segment} pointer={pointer} of={`${label}: ${bar.text}`} onShow={onShow} />
        ))}
      </p>
    </div>
  )
}
