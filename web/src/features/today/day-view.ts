import { useState } from 'react'

export const dayViews = ['board', 'time', 'rooms'] as const
export type DayView = (typeof dayViews)[number]

const key = 'foyer.today.view'

function remembered(): DayView {
  try {
    const kept = localStorage.getItem(key)
    return dayViews.find((view) => view === kept) ?? 'board'
  } catch {
    return 'board'
  }
}

/** How somebody likes to see the day, kept on this machine. */
export function useDayView(): readonly [DayView, (view: DayView) => void] {
  const [view, setView] = useState(remembered)
  const choose = (next: DayView) => {
    setView(next)
    try {
      localStorage.setItem(key, next)
    } catch {
      // Storage may be blocked: the choice then lasts until the page is left.
    }
  }
  return [view, choose]
}
