import { Button, useShortcuts } from '../../../ui/index.ts'
import { type Opening, openingKey } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import styles from './find.module.css'
import { keyedNext, type Missed, whyMissed } from './series-missed.ts'

type MissedBoxProps = {
  readonly missed: readonly Missed[]
  readonly names: Names
  readonly onChoose: (opening: Opening) => void
  readonly onLook: (opening: Opening) => void
  readonly onLeave: () => void
}

/** Occurrences that could not be booked and why, each with the nearest that could be instead: a key holds it. */
export function MissedBox({ missed, names, onChoose, onLook, onLeave }: MissedBoxProps) {
  const { say } = useWords()
  const keyed = keyedNext(missed)
  const label = (opening: Opening) =>
    `${names.whenAndWhere(opening)} · ${names.nameOf(opening.assignments[0]?.resourceId ?? '')}`
  const keys = keyed.flatMap(({ next }) => next)
  useShortcuts(
    {
      ...Object.fromEntries(
        keys.flatMap(({ key, opening }) =>
          key === undefined ? [] : [[key, { label: label(opening), run: () => onChoose(opening) }]],
        ),
      ),
      Escape: { label: say('overrideNot'), run: onLeave },
    },
    { scope: 'pane' },
  )
  const title = say('seriesMissedTitle', { count: missed.length })
  return (
    <section className={styles.missed} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {keyed.map(({ occurrence, start, next, ...no }, row) => (
          <li key={occurrence}>
            <p>{say('seriesMissedWhy', { when: names.whenOf(start), why: whyMissed(no, names, say) })}</p>
            <div className={styles.heldActions}>
              {next.map(({ key, opening }, at) => (
                <Button
                  key={openingKey(opening)}
                  size="sm"
                  autoFocus={row === 0 && at === 0}
                  {...(key === undefined ? {} : { shortcut: key })}
                  onFocus={() => onLook(opening)}
                  onPress={() => onChoose(opening)}
                >
                  {label(opening)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.heldActions}>
        <Button size="sm" shortcut="Escape" onPress={onLeave}>
          {say('overrideNot')}
        </Button>
      </div>
    </section>
  )
}
