import { type RefObject, useEffect, useRef } from 'react'
import { Button, useShortcuts } from '../../../ui/index.ts'
import type { Steps } from '../board/use-steps.ts'
import { formatShortCents } from '../money.ts'
import { useWords } from '../use-words.ts'
import { type CheckIn, type Visit, visitName } from '../visit.ts'
import styles from './check-in.module.css'

export interface ArriveBarProps {
  readonly visit: Visit
  readonly checkIn: CheckIn
  readonly steps: Steps
  readonly onBack: () => void
}

/** Always in reach: the arrival, which nothing open can stop, and the way back from it. */
export function ArriveBar({ visit, checkIn, steps, onBack }: ArriveBarProps) {
  const { say, locale } = useWords()
  const bar = useRef<HTMLDivElement>(null)
  const canArrive = checkIn.can.move && visit.status === 'booked'
  const canUndo = checkIn.can.move && visit.undo !== null
  const arrive = () => steps.move(visit, 'arrived')
  const undo = () => steps.undo(visit)
  useShortcuts({ a: { label: say('arrive'), run: arrive } }, { isEnabled: canArrive })
  useShortcuts({ u: { label: say('doUndo'), run: undo } }, { isEnabled: canUndo })
  useFirstButtonFocus(bar, canArrive)

  const open = checkIn.steps
    .filter((item) => item.state !== 'ready')
    .map((item) =>
      item.code === 'copay'
        ? say('signal_copay', { amount: formatShortCents(item.amountCents ?? 0, locale) })
        : say(`title_${item.code}`).toLocaleLowerCase(locale),
    )
  const openText = open.length === 0 ? say('arriveReady') : say('arriveOpen', { items: open.join(', ') })
  return (
    <div ref={bar} className={styles.bar} role="group" aria-label={say('arrive')}>
      {canArrive ? (
        <Button variant="go" size="lg" shortcut="a" onPress={arrive}>
          {say('arrive')}
        </Button>
      ) : (
        <Button variant="go" onPress={onBack} shortcut="Escape">
          {say('backToBoard')}
        </Button>
      )}
      <p className={styles.barText}>
        {visit.status === 'arrived' && <b>{say('arriveDone', { name: visitName(visit) })} </b>}
        {openText}
      </p>
      {canUndo && visit.undo !== null && (
        <Button variant="quiet" shortcut="u" onPress={undo}>
          {say('doUndoTo', { status: say(`status_${visit.undo}`) })}
        </Button>
      )}
      {canArrive && (
        <Button variant="quiet" shortcut="Escape" onPress={onBack}>
          {say('backToBoard')}
        </Button>
      )}
    </div>
  )
}

/** The button that was pressed makes place for another one, which then takes its focus. */
function useFirstButtonFocus(bar: RefObject<HTMLElement | null>, canArrive: boolean): void {
  const before = useRef(canArrive)
  useEffect(() => {
    if (before.current === canArrive) return
    before.current = canArrive
    const focused = document.activeElement
    if (focused === null || focused === document.body) bar.current?.querySelector<HTMLElement>('button')?.focus()
  }, [bar, canArrive])
}
