import { useState } from 'react'
import { Button, NumberField, useShortcuts } from '../../../ui/index.ts'
import type { Opening } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import styles from './find.module.css'
import { whoAndWhere } from './reasons.ts'
import type { Finder } from './use-finder.ts'

type GroupBoxProps = {
  readonly finder: Finder
  readonly chosen: Opening
  readonly visitTypeId: string
  /** As many as the visit type says. */
  readonly usual: number
  readonly names: Names
}

/** A time at which a group could be: Enter opens it with so many seats. */
export function GroupBox({ finder, chosen, visitTypeId, usual, names }: GroupBoxProps) {
  const { say } = useWords()
  const [seats, setSeats] = useState<number | null>(usual)
  const { group } = finder
  const isReady = seats !== null && seats >= 2 && seats <= 200
  const open = () => isReady && void group.open(chosen, visitTypeId, seats)
  useShortcuts(
    { Enter: { label: say('groupOpen'), run: open }, Escape: { label: say('letGo'), run: group.letGo } },
    { scope: 'pane' },
  )
  const title = say('groupOpenTitle', { what: names.typeOf(visitTypeId) })
  return (
    <section className={styles.moving} aria-label={title}>
      <h3>{title}</h3>
      <p>
        {names.whenAndWhere(chosen)}. {whoAndWhere(chosen, names.at(chosen.siteId).zone, names.nameOf, say)}
      </p>
      <NumberField label={say('groupSeats')} value={seats} onChange={setSeats} minValue={2} maxValue={200} />
      <div className={styles.heldActions}>
        <Button key={chosen.start} autoFocus variant="go" shortcut="Enter" onPress={open} isDisabled={!isReady}>
          {say('groupOpen')}
        </Button>
        <Button shortcut="Escape" onPress={group.letGo}>
          {say('letGo')}
        </Button>
      </div>
    </section>
  )
}
