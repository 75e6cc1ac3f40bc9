import { useState } from 'react'

/** Columns that belong together under a name. */
export type ColumnSet = { readonly id: string; readonly name: string; readonly resourceIds: readonly string[] }

const key = 'foyer.calendar.sets'

function remembered(siteId: string): readonly ColumnSet[] {
  try {
    const sets: unknown = JSON.parse(localStorage.getItem(`${key}.${siteId}`) ?? '[]')
    return Array.isArray(sets) ? sets.filter(isSet) : []
  } catch {
    return []
  }
}

function isSet(value: unknown): value is ColumnSet {
  const set = value as Partial<ColumnSet> | null
  return typeof set?.id === 'string' && typeof set.name === 'string' && Array.isArray(set.resourceIds)
}

/** The column sets of a site that this machine knows. */
export function useColumnSets(siteId: string) {
  const [sets, setSets] = useState(() => remembered(siteId))
  const keep = (next: readonly ColumnSet[]) => {
    setSets(next)
    try {
      localStorage.setItem(`${key}.${siteId}`, JSON.stringify(next))
    } catch {
      // Storage may be blocked: the sets then last until the page is left.
    }
  }
  return {
    sets,
    add: (name: string, resourceIds: readonly string[]) =>
      keep([...sets.filter((one) => one.name !== name), { id: crypto.randomUUID(), name, resourceIds }]),
    remove: (id: string) => keep(sets.filter((one) => one.id !== id)),
  }
}
