import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Column } from './columns.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly column: string
}

/** Shows where a card went when its state changed, in 120 ms; not at all where motion is not wanted. */
export function useCardMotion(frame: RefObject<HTMLElement | null>, columns: readonly Column[]): void {
  const before = useRef<ReadonlyMap<string, Place>>(new Map())
  const arrangement = columns
    .map(({ status, visits }) => [status, ...visits.map((v) => v.appointmentId)].join(' '))
    .join()
  useLayoutEffect(() => {
    if (!frame.current) return
    const places = placesIn(frame.current)
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    for (const [card, place] of isStill ? [] : places) {
      const id = card.dataset['visit'] ?? ''
      const old = before.current.get(id)
      if (!old || old.column === place.column) continue
      card.animate([{ transform: `translate(${old.x - place.x}px, ${old.y - place.y}px)` }, { transform: 'none' }], {
        duration: 120,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      })
    }
    before.current = new Map([...places].map(([card, place]) => [card.dataset['visit'] ?? '', place]))
  }, [arrangement, frame])
}

/** Measured from the frame, so that scrolling is no movement. */
function placesIn(frame: HTMLElement): ReadonlyMap<HTMLElement, Place> {
  const origin = frame.getBoundingClientRect()
  const cards = [...frame.querySelectorAll<HTMLElement>('[data-visit]')]
  return new Map(
    cards.map((card) => {
      const { x, y } = card.getBoundingClientRect()
      const column = card.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? ''
      return [card, { x: x - origin.x, y: y - origin.y, column }]
    }),
  )
}
