import styles from './find.module.css'
import { type Near, type Opening, openingKey } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

const words = {
  'other-day-part': 'near_other_day_part',
  'other-time': 'near_other_day_part',
  'other-weekday': 'near_other_weekday',
  'any-clinician': 'near_any_clinician',
  overbook: 'near_overbook',
  later: 'near_later',
} as const

type NearListProps = {
  readonly near: readonly Near[]
  readonly names: Names
  readonly onLook: (opening: Opening) => void
  readonly onChoose: (near: Near) => void
}

/** What there would be if one thing about the wish changed. */
export function NearList({ near, names, onLook, onChoose }: NearListProps) {
  const { say } = useWords()
  if (near.length === 0) return null
  return (
    <section className={styles.near}>
      <h3>{say(near.some(({ code }) => code === 'later') ? 'alsoPossible' : 'sooner')}</h3>
      <ul>
        {near.map((each) => {
          const { code, what, resourceId, opening } = each
          return (
            <li key={`${code} ${openingKey(opening)}`}>
              <button type="button" onFocus={() => onLook(opening)} onClick={() => onChoose(each)}>
                {say(code === 'give-up' ? `near_give_up_${what ?? 'block'}` : words[code], {
                  when: names.whenOf(opening.start),
                  who: names.nameOf(resourceId ?? opening.assignments[0]?.resourceId ?? ''),
                })}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
