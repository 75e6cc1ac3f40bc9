import { type RefObject, useEffect } from 'react'

/** Marks the boxes of what is in the hand, found by `selector`. Columns that come into sight meanwhile are marked by the next render. */
export function useLifted(frame: RefObject<HTMLElement | null>, selector: string | null): void {
  useEffect(() => {
    const boxes = selector === null ? [] : [...(frame.current?.querySelectorAll<HTMLElement>(selector) ?? [])]
    for (const box of boxes) box.dataset['lifted'] = ''
    return () => {
      for (const box of boxes) delete box.dataset['lifted']
    }
  })
}
