import { useState } from 'react'
import { Button, Checkbox, Dialog, Notice, ProgressBar, useShortcuts } from '../../../ui/index.ts'
import { tellFault } from '../refusals.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import styles from './find.module.css'
import { PersonPicker } from './person-picker.tsx'
import type { Finder } from './use-finder.ts'

type SeriesBoxProps = { readonly finder: Finder; readonly names: Names }

/** The occurrences of a series: met, or with the nearest that could be. Space leaves one out, Enter books the rest. */
export function SeriesBox({ finder, names }: SeriesBoxProps) {
  const { say } = useWords()
  const { series, person } = finder
  const [isChoosing, setChoosing] = useState(person === null)
  const book = () => (person ? void series.save() : setChoosing(true))
  useShortcuts(
    {
      Enter: { label: say(person ? 'bookSeries' : 'choosePerson', { count: series.count }), run: book },
      Escape: { label: say('letGo'), run: series.stop },
    },
    { scope: 'pane' },
  )
  const met = series.occurrences.filter(({ isMet }) => isMet).length
  return (
    <section className={styles.moving} aria-label={say('seriesTitle')}>
      <h3>{say('seriesTitle')}</h3>
      {series.isPlanning && <ProgressBar label={say('searching')} />}
      {series.error && (
        <Notice kind="bad" title={say('findFailed')}>
          {tellFault(series.error, say).text}
        </Notice>
      )}
      {series.occurrences.length > 0 && (
        <p className={styles.summary} aria-live="polite">
          {say('seriesMet', { met, count: series.occurrences.length })}
        </p>
      )}
      <ul className={styles.series}>
        {series.occurrences.map(({ occurrence, start, isMet, opening }) => (
          <li key={occurrence} data-met={isMet || undefined}>
            <Checkbox
              isSelected={opening !== null && !series.isLeft(occurrence)}
              isDisabled={opening === null}
              onChange={() => series.toggle(occurrence)}
              onFocus={() => opening && finder.setPreview(opening)}
            >
              {opening === null
                ? say('seriesNothing', { when: names.whenOf(start) })
                : isMet
                  ? say('seriesAt', { when: names.whenOf(start), who: whoOf(opening, names) })
                  : say('seriesNear', {
                      when: names.whenOf(start),
                      instead: isSameDay(start, opening.start, names)
                        ? names.timeOf(opening.start)
                        : names.whenOf(opening.start),
                      who: whoOf(opening, names),
                    })}
            </Checkbox>
          </li>
        ))}
      </ul>
      <div className={styles.heldActions}>
        <Button autoFocus variant="go" shortcut="Enter" onPress={book}>
          {say(person ? 'bookSeries' : 'choosePerson', { count: series.count })}
        </Button>
        <Button shortcut="Escape" onPress={series.stop}>
          {say('letGo')}
        </Button>
      </div>
      <Dialog isOpen={isChoosing} onClose={() => setChoosing(false)} title={say('choosePerson')} size="sm">
        <PersonPicker
          onPick={(picked) => {
            finder.setPerson(picked)
            setChoosing(false)
          }}
        />
      </Dialog>
    </section>
  )
}

function whoOf(opening: { readonly assignments: readonly { readonly resourceId: string }[] }, names: Names): string {
  return names.nameOf(opening.assignments[0]?.resourceId ?? '')
}

function isSameDay(one: string, other: string, names: Names): boolean {
  return names.dateOf(one) === names.dateOf(other)
}
