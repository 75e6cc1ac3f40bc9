import { type RefObject, useEffect } from 'react'

/** Marks the boxes of the visit that is in the hand. Columns that come into sight meanwhile are marked by the next render. */
export function useLifted(frame: RefObject<HTMLElement | null>, visitId: string | null): void {
  useEffect(() => {
    const boxes =
      visitId === null ? [] : [...(frame.current?.querySelectorAll<HTMLElement>(`[data-visit="${visitId}"]`) ?? [])]
    for (const box of boxes) box.dataset['lifted'] = ''
    return () => {
      for (const box of boxes) delete box.dataset['lifted']
    }
  })
}
