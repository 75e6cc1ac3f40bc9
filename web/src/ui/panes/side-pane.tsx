import { useEffect, useId, useRef } from 'react'
import { Button } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { useWords } from '../use-words.ts'
import { PaneDivider } from './pane-divider.tsx'
import type { Pane } from './pane.ts'
import styles from './panes.module.css'
import { type Side, usePaneMemory } from './remembered.ts'

const usualWidth = { first: 336, third: 360 } as const
const widest = 640

type SidePaneProps = { readonly id: string; readonly side: Side; readonly pane: Pane }

export function SidePane({ id, side, pane }: SidePaneProps) {
  const { say } = useWords()
  const paneId = useId()
  const [memory, remember] = usePaneMemory(`${id}.${side}`)
  const isFolded = memory.folded[side] ?? false
  const width = memory.widths[side] ?? pane.width ?? usualWidth[side]
  const frame = useFocusAfterFold(isFolded)

  const fold = (folded: boolean) => remember({ ...memory, folded: { ...memory.folded, [side]: folded } })
  if (isFolded) {
    return (
      <div className={styles.folded} ref={frame}>
        <Button className={styles.strip} aria-label={say('unfold', { pane: pane.label })} onPress={() => fold(false)}>
          {pane.label}
        </Button>
      </div>
    )
  }
  const section = (
    <section
      id={paneId}
      className={classNames(styles.pane, styles[side])}
      style={{ inlineSize: width }}
      aria-label={pane.label}
    >
      {pane.content}
    </section>
  )
  const divider = (
    <PaneDivider
      label={pane.label}
      side={side}
      paneId={paneId}
      width={width}
      min={pane.min ?? 260}
      max={widest}
      onResize={(next) => remember({ ...memory, widths: { ...memory.widths, [side]: next } })}
      onFold={() => fold(true)}
    />
  )
  return (
    <div className={styles.side} ref={frame}>
      {side === 'first' ? section : divider}
      {side === 'first' ? divider : section}
    </div>
  )
}

/** The control that folds disappears with the fold: the focus goes to the one that undoes it. */
function useFocusAfterFold(isFolded: boolean) {
  const frame = useRef<HTMLDivElement>(null)
  const before = useRef(isFolded)
  useEffect(() => {
    if (before.current === isFolded) return
    before.current = isFolded
    const target = isFolded ? 'button' : '[role=separator]'
    frame.current?.querySelector<HTMLElement>(target)?.focus()
  }, [isFolded])
  return frame
}
