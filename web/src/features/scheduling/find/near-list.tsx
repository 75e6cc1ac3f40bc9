import styles from './find.module.css'
import { type Near, type Opening, openingKey } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

const words = {
  'other-day-part': 'near_other_day_part',
  'any-clinician': 'near_any_clinician',
  later: 'near_later',
} as const

type NearListProps = {
  readonly near: readonly Near[]
  readonly names: Names
  readonly onLook: (opening: Opening) => void
  readonly onChoose: (opening: Opening) => void
}

/** What there would be if one thing about the wish changed. */
export function NearList({ near, names, onLook, onChoose }: NearListProps) {
  const { say } = useWords()
  if (near.length === 0) return null
  return (
    <section className={styles.near}>
      <h3>{say(near.some(({ code }) => code === 'later') ? 'alsoPossible' : 'sooner')}</h3>
      <ul>
        {near.map(({ code, opening }) => (
          <li key={`${code} ${openingKey(opening)}`}>
            <button type="button" onFocus={() => onLook(opening)} onClick={() => onChoose(opening)}>
              {say(words[code], {
                when: names.whenOf(opening.start),
                who: names.nameOf(opening.assignments[0]?.resourceId ?? ''),
              })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
