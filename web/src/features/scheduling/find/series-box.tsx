import { useState } from 'react'
import type { Site } from '../../../app/site.ts'
import { Button, Dialog, Notice, ProgressBar, useShortcuts } from '../../../ui/index.ts'
import { PersonPicker } from '../../patients/index.ts'
import { tellFault } from '../refusals.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import styles from './find.module.css'
import { mostCount } from '../wish/repeat.ts'
import { SeriesLine } from './series-line.tsx'
import type { Finder } from './use-finder.ts'

type SeriesBoxProps = {
  readonly finder: Finder
  readonly site: Site
  readonly today: string
  readonly names: Names
}

/**
 * The occurrences of a series: met, or with the nearest that could be. Space leaves one out, any may be moved, Enter books
 * the rest.
 */
export function SeriesBox({ finder, site, today, names }: SeriesBoxProps) {
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
          {series.isTooLong ? say('seriesTooMany', { most: mostCount }) : tellFault(series.error, say).text}
        </Notice>
      )}
      {series.isEmpty && <p className={styles.summary}>{say('seriesEmpty')}</p>}
      {series.occurrences.length > 0 && (
        <p className={styles.summary} aria-live="polite">
          {say('seriesMet', { met, count: series.occurrences.length })}
        </p>
      )}
      <ul className={styles.series}>
        {series.occurrences.map((planned) => (
          <SeriesLine
            key={planned.occurrence}
            series={series}
            planned={planned}
            names={names}
            zone={site.timeZone}
            today={today}
            onLook={finder.setPreview}
          />
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
