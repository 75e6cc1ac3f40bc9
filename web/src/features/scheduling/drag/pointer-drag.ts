import type { GridColumn } from '../grid/grid-column.ts'
import { type Place, placeAt } from './pointer-place.ts'

/** Further than this a press is a drag. */
const slack = 5
const longPressMs = 400
/** That near to an edge of the frame it scrolls. */
const edge = 36
const scrollStep = 14

export type PointerMeaning = {
  readonly onLift: (pressed: HTMLElement, at: Place, mode: 'move' | 'resize') => boolean
  /** @param grabbed minutes between the start of what is carried and where it was grabbed */
  readonly onCarry: (at: Place) => void
  readonly onDrop: () => void
  readonly onPutBack: () => void
  /** Over empty time: pressed at one place, let go at another. */
  readonly onSpace: (from: Place, to: Place, isOver: boolean) => void
  readonly onSpacePress: (at: Place) => void
}

export type Press = {
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

/** Columns and meanings as they were drawn last: a press outlives many drawings. */
export type Latest = () => { readonly columns: readonly GridColumn[]; readonly meaning: PointerMeaning }

/** Follows a press until it is let go or broken off; returns how to break it off. */
export function followPress(root: HTMLElement, pressed: Press, latest: Latest): () => void {
  let press: Press | null = pressed
  let timer: ReturnType<typeof setTimeout> | undefined
  let scrolling = 0
  const now = () => press
  const lift = () => {
    const one = now()
    if (!one || one.state === 'carrying') return
    if (one.target && one.mode !== 'space') {
      if (!latest().meaning.onLift(one.target, one.from, one.mode)) return end()
    }
    one.state = 'carrying'
    root.dataset['carrying'] = one.mode
    scroll()
    if (one.isTouch) navigator.vibrate?.(10)
  }
  const follow = () => {
    const one = now()
    if (one?.state !== 'carrying') return
    const at = placeAt(root, latest().columns, one.last.x, one.last.y)
    if (!at) return
    if (one.mode === 'space') latest().meaning.onSpace(one.from, at, false)
    else latest().meaning.onCarry(at)
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
    const at = placeAt(root, latest().columns, event.clientX, event.clientY)
    if (one.state === 'carrying') {
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
      if (one.mode !== 'space') latest().meaning.onDrop()
      else if (at) latest().meaning.onSpace(one.from, at, true)
    } else if (one.mode === 'space' && at) latest().meaning.onSpacePress(at)
    end()
  }
  const onCancel = () => {
    if (now()?.state === 'carrying') latest().meaning.onPutBack()
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
    press = null
    clearTimeout(timer)
    cancelAnimationFrame(scrolling)
    delete root.dataset['carrying']
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', onCancel)
    window.removeEventListener('keydown', onKey, { capture: true })
    root.removeEventListener('touchmove', onTouchMove)
    root.removeEventListener('contextmenu', onMenu)
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

/** A drag that ends on something is not a press of it. */
function swallow(event: Event) {
  event.preventDefault()
  event.stopPropagation()
}
