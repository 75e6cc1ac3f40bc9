import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '../use-words.ts'
import styles from './panes.module.css'

export type PaneDividerProps = {
  readonly label: string
  readonly side: 'first' | 'third'
  readonly paneId: string
  readonly width: number
  readonly min: number
  readonly max: number
  readonly onResize: (width: number) => void
  readonly onFold: () => void
}

/** Drag, or arrows (16 px), Home and End; Enter folds. */
export function PaneDivider({ label, side, paneId, width, min, max, onResize, onFold }: PaneDividerProps) {
  const { say } = useWords()
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const grow = side === 'first' ? 1 : -1
  const resize = (next: number) => onResize(Math.round(Math.min(max, Math.max(min, next))))

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) resize(start.current.width + (event.clientX - start.current.x) * grow)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: width - 16 * grow,
      ArrowRight: width + 16 * grow,
      Home: min,
      End: max,
    }
    const next = widths[event.key]
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (next === undefined) onFold()
    else resize(next)
  }
  const Chevron = side === 'first' ? ChevronLeft : ChevronRight
  return (
    <div className={styles.divider}>
      {/* biome-ignore lint/a11y/useSemanticElements: a window splitter that can be moved has no element of its own */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={say('resize', { pane: label })}
        aria-controls={paneId}
        aria-valuenow={width}
        aria-valuemin={min}
        aria-valuemax={max}
        className={styles.handle}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          start.current = null
        }}
        onDoubleClick={onFold}
        onKeyDown={onKeyDown}
      />
      <Button className={styles.fold} aria-label={say('fold', { pane: label })} onPress={onFold}>
        <Chevron size={14} aria-hidden />
      </Button>
    </div>
  )
}
