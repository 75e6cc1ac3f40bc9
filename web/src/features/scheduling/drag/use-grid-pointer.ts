import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { GridColumn } from '../grid/grid-column.ts'
import { followPress, type PointerMeaning, type Press } from './pointer-drag.ts'
import { placeAt } from './pointer-place.ts'

/** Mouse and pen drag at once; a finger scrolls, and lifts after a long press. */
export function useGridPointer(
  frame: RefObject<HTMLElement | null>,
  columns: readonly GridColumn[],
  meaning: PointerMeaning,
) {
  const latest = useRef({ columns, meaning })
  useEffect(() => {
    latest.current = { columns, meaning }
  })
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    const root = frame.current
    if (event.button !== 0 || !event.isPrimary || !root || !(event.target instanceof HTMLElement)) return
    const grip = event.target.closest<HTMLElement>('[data-resize]')
    const target = grip ?? event.target.closest<HTMLElement>('[data-visit], [data-group], [data-block]')
    const isElse = event.target.closest('[data-stop], button') !== null
    if (!target && (isElse || !event.target.closest('[data-column]'))) return
    const from = placeAt(root, latest.current.columns, event.clientX, event.clientY)
    if (!from) return
    stop.current()
    const press: Press = {
      pointerId: event.pointerId,
      isTouch: event.pointerType === 'touch',
      target,
      mode: grip ? 'resize' : target ? 'move' : 'space',
      x: event.clientX,
      y: event.clientY,
      from,
      state: 'pressed',
      last: { x: event.clientX, y: event.clientY },
    }
    stop.current = followPress(root, press, () => latest.current)
  }
  return { onPointerDown }
}
