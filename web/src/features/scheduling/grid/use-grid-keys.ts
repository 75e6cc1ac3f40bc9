import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { ColumnContent } from './column-content.ts'

export type GridColumn = { readonly id: string; readonly content: ColumnContent }
export type Step = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const steps = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const

function keysOf(columns: readonly GridColumn[]): ReadonlyArray<readonly string[]> {
  return columns.map(({ id, content }) => content.visits.map(({ appointment }) => `${id} ${appointment.id}`))
}

/** Where an arrow leads: up and down in a column, sideways to the visit nearest in time in the next column that has any. */
export function visitAfter(columns: readonly GridColumn[], from: string, step: Step): string | null {
  const keys = keysOf(columns)
  const column = keys.findIndex((list) => list.includes(from))
  const row = keys[column]?.indexOf(from) ?? -1
  const visit = columns[column]?.content.visits[row]
  if (!visit) return null
  if (step === 'ArrowUp' || step === 'ArrowDown') return keys[column]?.[row + (step === 'ArrowDown' ? 1 : -1)] ?? null
  const direction = step === 'ArrowRight' ? 1 : -1
  for (let at = column + direction; at >= 0 && at < columns.length; at += direction) {
    const visits = columns[at]?.content.visits ?? []
    const distance = (start: string) => Math.abs(Date.parse(start) - Date.parse(visit.start))
    const nearest = visits.reduce<(typeof visits)[number] | null>(
      (best, one) => (best && distance(best.start) <= distance(one.start) ? best : one),
      null,
    )
    if (nearest) return `${columns[at]?.id} ${nearest.appointment.id}`
  }
  return null
}

export type GridKeys = ReturnType<typeof useGridKeys>

/** A column that was out of sight is made before its visit can take the focus. */
function focusWhenThere(frame: RefObject<HTMLElement | null>, key: string, tries = 5) {
  requestAnimationFrame(() => {
    const visit = frame.current?.querySelector<HTMLElement>(`[data-visit="${CSS.escape(key)}"]`)
    if (visit) visit.focus()
    else if (tries > 0) focusWhenThere(frame, key, tries - 1)
  })
}

/** One stop for the Tab key; arrows go from visit to visit. */
export function useGridKeys(
  columns: readonly GridColumn[],
  frame: RefObject<HTMLElement | null>,
  showColumn: (index: number) => void,
) {
  const [reached, setReached] = useState<string | null>(null)
  const all = keysOf(columns)
  const first = all.flat()[0] ?? null
  const current = reached !== null && all.some((list) => list.includes(reached)) ? reached : first

  // A visit that was cancelled or moved takes the focus with it: its neighbour gets it.
  useEffect(() => {
    const isGone = reached !== null && current !== null && current !== reached
    if (isGone && document.activeElement === document.body) focusWhenThere(frame, current)
  }, [reached, current, frame])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps.find((key) => key === event.key)
    const from = event.target instanceof HTMLElement ? event.target.dataset['visit'] : undefined
    if (!step || from === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = visitAfter(columns, from, step)
    if (next === null) return
    setReached(next)
    showColumn(all.findIndex((list) => list.includes(next)))
    focusWhenThere(frame, next)
  }
  return { reached: current, onKeyDown, onReach: setReached }
}
