import { useState } from 'react'

export type Side = 'first' | 'third'
export type PaneMemory = {
  readonly widths: Readonly<Partial<Record<Side, number>>>
  readonly folded: Readonly<Partial<Record<Side, boolean>>>
}

const nothing: PaneMemory = { widths: {}, folded: {} }

function read(key: string): PaneMemory {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return nothing
    const { widths, folded } = stored as { widths?: unknown; folded?: unknown } // checked below, entry by entry
    return { widths: pick(widths, 'number'), folded: pick(folded, 'boolean') }
  } catch {
    return nothing
  }
}

function pick<Kind extends 'number' | 'boolean'>(from: unknown, kind: Kind) {
  type Value = Kind extends 'number' ? number : boolean
  if (typeof from !== 'object' || from === null) return {}
  const sides = Object.entries(from).filter(
    ([side, value]) => (side === 'first' || side === 'third') && typeof value === kind,
  )
  return Object.fromEntries(sides) as Partial<Record<Side, Value>> // every entry was just checked
}

/** Widths and folds of one set of panes, kept on this device. */
export function usePaneMemory(id: string): readonly [PaneMemory, (next: PaneMemory) => void] {
  const key = `foyer.panes.${id}`
  const [memory, setMemory] = useState(() => read(key))
  const remember = (next: PaneMemory) => {
    setMemory(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // Storage may be blocked: the widths then last until the page is left.
    }
  }
  return [memory, remember]
}
