import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react'
import { type GridColumn, type Stop, stopsOf } from './grid-column.ts'

export type StopColumn = Pick<GridColumn, 'id' | 'content'>
export type Step = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'ArrowUp',
  ArrowDown: 'ArrowDown',
  ArrowLeft: 'ArrowLeft',
  ArrowRight: 'ArrowRight',
  j: 'ArrowDown',
  k: 'ArrowUp',
}

/** Where an arrow leads: up and down in a column, sideways to what is nearest in time in the next column that has any. */
export function stopAfter(columns: ReadonlyArray<readonly Stop[]>, from: string, step: Step): string | null {
  const column = columns.findIndex((stops) => stops.some(({ key }) => key === from))
  const row = columns[column]?.findIndex(({ key }) => key === from) ?? -1
  const stop = columns[column]?.[row]
  if (!stop) return null
  if (step === 'ArrowUp' || step === 'ArrowDown')
    return columns[column]?.[row + (step === 'ArrowDown' ? 1 : -1)]?.key ?? null
  const direction = step === 'ArrowRight' ? 1 : -1
  const distance = (start: string) => Math.abs(Date.parse(start) - Date.parse(stop.start))
  for (let at = column + direction; at >= 0 && at < columns.length; at += direction) {
    const nearest = (columns[at] ?? []).reduce<Stop | null>(
      (best, one) => (best && distance(best.start) <= distance(one.start) ? best : one),
      null,
    )
    if (nearest) return nearest.key
  }
  return null
}

export type GridKeys = ReturnType<typeof useGridKeys>

/** A column that was out of sight is made before what stands in it can take the focus. */
export function focusWhenThere(frame: RefObject<HTMLElement | null>, key: string, tries = 8) {
  requestAnimationFrame(() => {
    const found = frame.current?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(key)}"]`)
    if (found) found.focus()
    else if (tries > 0) focusWhenThere(frame, key, tries - 1)
  })
}

/** One stop for the Tab key; arrows, j and k go from one to the next. */
export function useGridKeys(
  columns: readonly StopColumn[],
  frame: RefObject<HTMLElement | null>,
  showColumn: (index: number) => void,
) {
  const [reached, setReached] = useState<string | null>(null)
  const stops = useMemo(() => columns.map(stopsOf), [columns])
  const known = useMemo(() => new Set(stops.flatMap((list) => list.map(({ key }) => key))), [stops])
  const first = stops.flat()[0]?.key ?? null
  const current = reached !== null && known.has(reached) ? reached : first

  // What was cancelled or moved takes the focus with it: its neighbour gets it.
  useEffect(() => {
    const isGone = reached !== null && current !== null && current !== reached
    if (isGone && document.activeElement === document.body) focusWhenThere(frame, current)
  }, [reached, current, frame])

  const reach = (key: string) => {
    setReached(key)
    showColumn(stops.findIndex((list) => list.some((stop) => stop.key === key)))
    focusWhenThere(frame, key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const from = event.target instanceof HTMLElement ? event.target.dataset['stop'] : undefined
    if (!step || from === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    const next = stopAfter(stops, from, step)
    if (next !== null) reach(next)
  }
  return { reached: current, onKeyDown, onReach: setReached, reach }
}
