import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { GridColumn } from '../grid/grid-column.ts'
import { columnAt, snap } from '../grid/grid-geometry.ts'

/** Further than this a press is a drag. */
const slack = 5
const longPressMs = 400
/** That near to an edge of the frame it scrolls. */
const edge = 36
const scrollStep = 14

type Place = { readonly column: GridColumn; readonly offset: number }
export type PointerMeaning = {
  readonly onLift: (pressed: HTMLElement, at: Place, mode: 'move' | 'resize') => boolean
  /** @param grabbed minutes between the start of the visit and where it was grabbed */
  readonly onCarry: (at: Place) => void
  readonly onDrop: () => void
  readonly onPutBack: () => void
  /** Over empty time: pressed at one place, let go at another. */
  readonly onSpace: (from: Place, to: Place, isOver: boolean) => void
  readonly onSpacePress: (at: Place) => void
}

type Press = {
  readonly pointerId: number
  readonly isTouch: boolean
  readonly target: HTMLElement | null
  readonly mode: 'move' | 'resize' | 'space'
  readonly x: number
  readonly y: number
  readonly from: Place
  state: 'pressed' | 'carrying'
  last: { x: number; y: number }
}

/** What is under the pointer, from the size of the body alone: columns are equally wide. */
function placeAt(frame: HTMLElement, columns: readonly GridColumn[], x: number, y: number): Place | null {
  const body = frame.querySelector<HTMLElement>('[data-body]')
  const times = frame.querySelector<HTMLElement>('[data-times]')
  if (!body || !times) return null
  const box = body.getBoundingClientRect()
  const left = box.left + times.offsetWidth
  const column = columns[columnAt(x - left, (box.right - left) / columns.length, columns.length)]
  return column ? { column, offset: ((y - box.top) / box.height) * column.axis.minutes } : null
}

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
  const press = useRef<Press | null>(null)
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    const root = frame.current
    if (event.button !== 0 || !event.isPrimary || !root || !(event.target instanceof HTMLElement)) return
    const grip = event.target.closest<HTMLElement>('[data-resize]')
    const target = grip ?? event.target.closest<HTMLElement>('[data-visit]')
    const isElse = event.target.closest('[data-stop], button') !== null
    if (!target && (isElse || !event.target.closest('[data-column]'))) return
    const from = placeAt(root, latest.current.columns, event.clientX, event.clientY)
    if (!from) return
    stop.current()
    press.current = {
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
    stop.current = listen(root)
  }

  function listen(root: HTMLElement): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    let scrolling = 0
    const now = () => press.current
    const lift = () => {
      const one = now()
      if (!one || one.state === 'carrying') return
      if (one.target && one.mode !== 'space') {
        if (!latest.current.meaning.onLift(one.target, one.from, one.mode)) return end()
      }
      one.state = 'carrying'
      root.dataset['carrying'] = one.mode
      scroll()
      if (one.isTouch) navigator.vibrate?.(10)
    }
    const follow = () => {
      const one = now()
      if (one?.state !== 'carrying') return
      const at = placeAt(root, latest.current.columns, one.last.x, one.last.y)
      if (!at) return
      if (one.mode === 'space') latest.current.meaning.onSpace(one.from, at, false)
      else latest.current.meaning.onCarry(at)
    }
    const scroll = () => {
      const one = now()
      if (one?.state !== 'carrying') return
      const box = root.getBoundingClientRect()
      const near = (at: number, low: number, high: number) =>
        at < low + edge ? -scrollStep : at > high - edge ? scrollStep : 0
      const [dx, dy] = [near(one.last.x, box.left + 60, box.right), near(one.last.y, box.top + 54, box.bottom)]
      if (dx !== 0 || dy !== 0) {
        root.scrollBy(one.mode === 'move' ? dx : 0, dy)
        follow()
      }
      scrolling = requestAnimationFrame(scroll)
    }
    const onMove = (event: PointerEvent) => {
      const one = now()
      if (!one || event.pointerId !== one.pointerId) return
      one.last = { x: event.clientX, y: event.clientY }
      const isFar = Math.hypot(event.clientX - one.x, event.clientY - one.y) > slack
      if (one.state === 'pressed' && isFar) {
        if (one.isTouch) return end()
        lift()
      }
      follow()
    }
    const onUp = (event: PointerEvent) => {
      const one = now()
      if (!one || event.pointerId !== one.pointerId) return
      const at = placeAt(root, latest.current.columns, event.clientX, event.clientY)
      if (one.state === 'carrying') {
        window.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
        if (one.mode !== 'space') latest.current.meaning.onDrop()
        else if (at) latest.current.meaning.onSpace(one.from, at, true)
      } else if (one.mode === 'space' && at) latest.current.meaning.onSpacePress(at)
      end()
    }
    const onCancel = () => {
      if (now()?.state === 'carrying') latest.current.meaning.onPutBack()
      end()
    }
    const onTouchMove = (event: TouchEvent) => {
      if (now()?.state === 'carrying') event.preventDefault()
    }
    const onMenu = (event: Event) => {
      if (now()?.isTouch) event.preventDefault()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || now()?.state !== 'carrying') return
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
    const end = () => {
      press.current = null
      clearTimeout(timer)
      cancelAnimationFrame(scrolling)
      delete root.dataset['carrying']
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, { capture: true })
      root.removeEventListener('touchmove', onTouchMove)
      root.removeEventListener('contextmenu', onMenu)
      stop.current = () => {}
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKey, { capture: true })
    root.addEventListener('touchmove', onTouchMove, { passive: false })
    root.addEventListener('contextmenu', onMenu)
    if (now()?.isTouch) timer = setTimeout(lift, longPressMs)
    return end
  }
  return { onPointerDown }
}

/** A drag that ends on something is not a press of it. */
function swallow(event: Event) {
  event.preventDefault()
  event.stopPropagation()
}

/** The stretch between two places of a column, on a grid of steps. */
export function stretchOf(from: number, to: number, step: number, longest: number): { from: number; to: number } {
  const low = Math.floor(Math.min(from, to) / step) * step
  const high = Math.max(low + step, snap(Math.max(from, to), step))
  return { from: Math.max(0, low), to: Math.min(longest, high) }
}
